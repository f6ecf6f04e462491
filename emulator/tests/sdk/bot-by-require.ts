import { createRequire } from "node:module";
import { runBot } from "./run-bot.ts";

/** What a CommonJS program gets of both packages: other files than `import` finds. */
const require = createRequire(import.meta.url);

await runBot({ sdk: require("dingtalk-stream"), axios: require("axios") });
