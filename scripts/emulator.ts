import { quickStart } from "../src/shared/quick-start.ts";
import { stopWithNpm } from "../src/shared/stop-with-npm.ts";

stopWithNpm(process.env, "emulator");
const bundle = quickStart("emulator");
await (bundle === undefined ? import("../emulator/start.ts") : import(bundle));
