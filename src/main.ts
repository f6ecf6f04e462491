import { quickStart } from "./shared/quick-start.ts";

const bundle = quickStart("bot");
await (bundle === undefined ? import("./bot.ts") : import(bundle));
