// npm start: emulator, bot and embedded database under one parent. npm start -- --fresh begins anew.
// The emulator begins with the people, groups and day of the folders that CAMPAIGN names.

import { quickStart } from "../src/shared/quick-start.ts";
import { stopWithNpm } from "../src/shared/stop-with-npm.ts";

quickStart();
stopWithNpm(process.env, "start");
const { environment } = await import("../src/config.ts");
const { startEverything } = await import("../src/platform/processes/start-everything.ts");
const { firstWorldOf } = await import("./first-world.ts");
const { CAMPAIGN } = environment.pick({ CAMPAIGN: true }).parse({ CAMPAIGN: process.env.CAMPAIGN || undefined });
const world = firstWorldOf(CAMPAIGN);
for (const clash of world?.clashes ?? []) console.log(clash);
await startEverything({ fresh: process.argv.includes("--fresh"), environment: process.env, ...(world && { world }) });
