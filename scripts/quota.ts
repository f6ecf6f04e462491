// npm run quota [-- --campaign <folder>] [--districts 17] [--cases 34] [--photos 2] [--typing 0.5] [--measure]: what a
// campaign takes of DingTalk's free edition; see docs/operations.md
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { quotaTable, withDistricts } from "../bench/quota/table.ts";
import { casesOf } from "../demo/cases.ts";
import {
  type Cost,
  type Costs,
  costsWhere,
  type MeasuredCosts,
  TYPING,
} from "../src/campaign/administration/usage/costs.ts";
import { measuredCosts } from "../src/campaign/administration/usage/measured-costs.ts";
import { loadDefinition } from "../src/campaign/definition/load.ts";
import { environment } from "../src/config.ts";

const { CAMPAIGN } = environment.pick({ CAMPAIGN: true }).parse({ CAMPAIGN: process.env.CAMPAIGN || undefined });
const { values } = parseArgs({
  options: {
    campaign: { type: "string", default: CAMPAIGN[0] ?? "" },
    cases: { type: "string" },
    districts: { type: "string" },
    photos: { type: "string", default: "2" },
    typing: { type: "string", default: String(TYPING) },
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
  const loaded = loadDefinition(values.campaign);
  const definition = values.districts === undefined ? loaded : withDistricts(loaded, Number(values.districts));
  const each = casesOf(loaded).length / loaded.campaign.districts.length;
  const cases =
    values.cases === undefined ? Math.round(each * definition.campaign.districts.length) : Number(values.cases);
  const costs = costsWhere(measuredCosts, Number(values.typing));
  console.log(quotaTable(definition, costs, { cases, photosPerRow: Number(values.photos) }));
}

function measuredFile({ typed, ...pressed }: MeasuredCosts): string {
  const lines = (costs: Partial<Costs>) =>
    Object.entries<Cost>({ ...costs }).map(
      ([step, { apiCalls, pushes }]) => `  ${step}: { apiCalls: ${apiCalls}, pushes: ${pushes} },`,
    );
  const day = new Date().toISOString().slice(0, 10);
  return [
    'import type { MeasuredCosts } from "./costs.ts";',
    "",
    `/** Written by \`npm run quota -- --measure\` on ${day}, from what the emulator counted; not to be edited. */`,
    "export const measuredCosts: MeasuredCosts = {",
    ...lines(pressed),
    "  typed: {",
    ...lines(typed).map((line) => `  ${line}`),
    "  },",
    "};",
    "",
  ].join("\n");
}
