// npm start: emulator, bot and embedded database under one parent. npm start -- --fresh begins anew.

import { startEverything } from "../src/platform/processes/start-everything.ts";
import { stopWithNpm } from "../src/shared/stop-with-npm.ts";

stopWithNpm(process.env, "start");
await startEverything({ fresh: process.argv.includes("--fresh"), environment: process.env });
