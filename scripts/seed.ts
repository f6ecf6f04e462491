import { writeFileSync } from "node:fs";
import type { Seed } from "dingtalk-emulator/contract.ts";
import { loadCampaignFolder } from "../src/campaign/definition/load.ts";
import { seedOf } from "./seed-of.ts";

const seed: Seed = seedOf(loadCampaignFolder("campaigns/shaoxing-2023").roster);
writeFileSync("emulator/src/seed.json", `${JSON.stringify(seed, null, 2)}\n`);
console.log(`emulator/src/seed.json：${seed.users.length}人，${seed.groups.length}个群。`);
