import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Definition } from "../../../src/campaign/definition/definition.ts";
import { noRulings } from "../../../src/campaign/definition/rulings-in-force.ts";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import { type Decision, decision } from "../../../src/campaign/definition/schema/decisions.ts";
import { makeRegistry } from "../../../src/campaign/engine/registry.ts";
import { features } from "../../../src/campaign/features.ts";
import { executionWords, isEnforced } from "../../../src/campaign/ruling/enforcement.ts";
import { rulingPhrases } from "../../../src/campaign/ruling/phrases.ts";
import { beijing, households } from "../definition/support/campaigns.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const { enforces } = makeRegistry(features({ readUsage: () => Promise.reject(new Error("none")) }));

/** Decisions on dates are read by reference, inside the deadlines; whoever marks what is late carries them out. */
const DATES = new Map<Decision, string>([
  ["listDue", "recommendation"],
  ["reportDue", "work-report"],
  ["applicationDue", "application"],
  ["stageCloses", "application"],
]);

const code = readdirSync("src/campaign", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !/^(definition|ruling)\//.test(file))
  .map((file) => ({ part: file.split("/")[0], text: readFileSync(join("src/campaign", file), "utf8") }));

/** The value of a decision is read in one way only: decided(definition, "pointStep", rulings). */
const read = new Set([
  ...code.flatMap(({ text }) =>
    [...text.matchAll(/\bdecided\(\s*[\w.]+,\s*"(\w+)"/g)].map(([, name]) => decision.parse(name)),
  ),
  ...[...DATES].flatMap(([name, part]) =>
    code.some((file) => file.part === part && /\blatenessOf\(/.test(file.text)) ? [name] : [],
  ),
]);

const campaignOf = (definition: Definition) =>
  runningCampaign({ definition, definitionVersion: 1, startedAt: new Date("2023-08-09T09:00:00+08:00") });
const under = (definition: Definition) => ({ campaign: campaignOf(definition), enforces, rulings: noRulings });

test("what the parts say they carry out is what the code reads, no more and no less", () => {
  expect(enforces).toEqual(read);
});

test("every decision that is carried out can be put into words, whatever its value", () => {
  const silent = decision.options.filter(
    (name) =>
      enforces.has(name) && executionWords(under(decidedBy(name)), "R1", SAMPLES[name]) === rulingPhrases.byHand(),
  );

  expect(silent).toEqual([]);
});

const SAMPLES: Partial<Record<Decision, Record<string, string | number | boolean | string[]>>> = {
  noticePeriod: { days: 5, workingDays: true },
  numberSelected: { count: 10 },
  rankingBasis: { basis: "city" },
  cityShare: { rounding: "up", ties: "in" },
};

/** The Shaoxing campaign with one ruling, on this decision. */
function decidedBy(name: Decision): Definition {
  const own = shaoxing.rulings.find(({ decides }) => decides === name);
  const ruling = own ?? { ...shaoxing.rulings[0], decides: name, default: { text: "是", value: { inclusive: true } } };
  return { ...shaoxing, rulings: [{ ...ruling, id: "R1" } as Definition["rulings"][number]] };
}

describe.each([
  [
    "shaoxing-2023",
    shaoxing,
    "R1 R2 R3 R4 R5 R6 R7 R9 R10 R12 R13 R14 R20 R23 R24 R25 R27 R28 R34",
    "R8 R11 R15 R16 R17 R18 R19 R21 R22 R26 R29 R30 R31 R32 R33 R35",
  ],
  ["beijing-2024", beijing, "R1 R3 R4", "R2"],
  ["example-households", households, "R1 R2 R3 R4 R5 R6", ""],
])("every ruling of %s", (_, definition, carriedOut, byHand) => {
  const ids = definition.rulings.map(({ id }) => id);

  test("is carried out by the program, or is said to be for people", () => {
    const context = under(definition);

    expect(ids.filter((id) => isEnforced(context, id)).join(" ")).toBe(carriedOut);
    expect(
      ids.filter((id) => executionWords(context, id) === rulingPhrases.byHand() && !isEnforced(context, id)).join(" "),
    ).toBe(byHand);
  });
});
