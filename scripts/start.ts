// npm start: emulator, bot and embedded database under one parent. npm start -- --fresh begins anew.
import { startEverything } from "../src/start/start-everything.ts";

await startEverything({ fresh: process.argv.includes("--fresh"), environment: process.env });
