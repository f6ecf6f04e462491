// npm start: emulator, bot and embedded database under one parent. npm start -- --fresh begins anew.
// The emulator begins with the people, groups and day of the folders that CAMPAIGN names.

import { quickStart } from "../src/shared/quick-start.ts";
import { stopWithNpm } from "../src/shared/stop-with-npm.ts";

stopWithNpm(process.env, "start");
const bundle = quickStart("start");
await (bundle === undefined ? import("./start-both.ts") : import(bundle));
