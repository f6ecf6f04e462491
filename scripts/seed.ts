import { writeFileSync } from "node:fs";
import { loadDefinition } from "../src/campaign/load.ts";
import type { Seed } from "../src/emulator/contract.ts";
import { seedOf } from "./seed-of.ts";

const seed: Seed = seedOf(loadDefinition("campaigns/shaoxing-2023"));
writeFileSync("src/emulator/seed.json", `${JSON.stringify(seed, null, 2)}\n`);
console.log(`src/emulator/seed.json：${seed.users.length}人，${seed.groups.length}个群。`);
