// npm run quota [-- --campaign <folder>] [--cases 12] [--photos 2] [--measure]: what a campaign takes of DingTalk's free
// edition; see docs/operations.md
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { quotaTable } from "../bench/quota/table.ts";
import { casesOf } from "../demo/cases.ts";
import type { Cost, Costs } from "../src/campaign/administration/usage/costs.ts";
import { measuredCosts } from "../src/campaign/administration/usage/measured-costs.ts";
import { loadDefinition } from "../src/campaign/definition/load.ts";
import { environment } from "../src/config.ts";

const { CAMPAIGN } = environment.pick({ CAMPAIGN: true }).parse({ CAMPAIGN: process.env.CAMPAIGN || undefined });
const { values } = parseArgs({
  options: {
    campaign: { type: "string", default: CAMPAIGN[0] ?? "" },
    cases: { type: "string" },
    photos: { type: "string", default: "2" },
    measure: { type: "boolean", default: false },
  },
});

if (values.measure) {
  const { measureCosts } = await import("../bench/quota/measure.ts");
  const costs = await measureCosts((line) => console.error(`… ${line}`));
  const to = new URL("../src/campaign/administration/usage/measured-costs.ts", import.meta.url);
  writeFileSync(to, measuredFile(costs));
  console.log(JSON.stringify(costs, null, 2));
} else {
  const definition = loadDefinition(values.campaign);
  const cases = values.cases === undefined ? casesOf(definition).length : Number(values.cases);
  console.log(quotaTable(definition, measuredCosts, { cases, photosPerRow: Number(values.photos) }));
}

function measuredFile(costs: Costs): string {
  const lines = Object.entries<Cost>({ ...costs }).map(
    ([step, { apiCalls, pushes }]) => `  ${step}: { apiCalls: ${apiCalls}, pushes: ${pushes} },`,
  );
  const day = new Date().toISOString().slice(0, 10);
  return [
    'import type { Costs } from "./costs.ts";',
    "",
    `/** Written by \`npm run quota -- --measure\` on ${day}, from what the emulator counted; not to be edited. */`,
    "export const measuredCosts: Costs = {",
    ...lines,
    "};",
    "",
  ].join("\n");
}
