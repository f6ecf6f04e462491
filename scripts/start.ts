// npm start: emulator, bot and embedded database under one parent. npm start -- --fresh begins anew.
import { stopWithNpm } from "../src/shared/stop-with-npm.ts";
import { startEverything } from "../src/start/start-everything.ts";

stopWithNpm(process.env, "start");
await startEverything({ fresh: process.argv.includes("--fresh"), environment: process.env });
