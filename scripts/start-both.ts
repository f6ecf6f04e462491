import { environment } from "../src/config.ts";
import { startEverything } from "../src/platform/processes/start-everything.ts";
import { firstWorldOf } from "./first-world.ts";

const { CAMPAIGN } = environment.pick({ CAMPAIGN: true }).parse({ CAMPAIGN: process.env.CAMPAIGN || undefined });
const world = firstWorldOf(CAMPAIGN);
for (const clash of world?.clashes ?? []) console.log(clash);
await startEverything({ fresh: process.argv.includes("--fresh"), environment: process.env, ...(world && { world }) });
