import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { quotaTable } from "../../../../bench/quota/table.ts";
import {
  type Cost,
  type Costs,
  costsWhere,
  NOTHING,
  STYLED,
  TYPING,
} from "../../../../src/campaign/administration/usage/costs.ts";
import { measuredCosts } from "../../../../src/campaign/administration/usage/measured-costs.ts";
import { usagePhrases } from "../../../../src/campaign/administration/usage/phrases.ts";
import { FREE_EDITION, monthlyCosts, mostCases } from "../../../../src/campaign/administration/usage/quota.ts";
import { loadDefinition } from "../../../../src/campaign/definition/load.ts";
import { civilDate } from "../../../../src/shared/civil-date.ts";

const shaoxing = loadDefinition("campaigns/shaoxing-2023");
const beijing = loadDefinition("campaigns/beijing-2024");

const measured = costsWhere(measuredCosts, TYPING);
const nothing = Object.fromEntries(Object.keys(measured).map((step) => [step, NOTHING])) as unknown as Costs;
const only = (costs: Partial<Costs>): Costs => ({ ...nothing, ...costs });
const one: Cost = { apiCalls: 1, pushes: 1 };

test("each day counts for each district in its month, an opening in place of an ordinary day", () => {
  const none = { cases: 0, photosPerRow: 0 };
  const days = monthlyCosts(shaoxing, only({ day: one }), none);
  const openings = monthlyCosts(shaoxing, only({ opening: one }), none);

  // 8/10–31 less two openings, 9/1–30 less one, 10/1–30 less one; six districts.
  expect([...days].map(([month, { apiCalls }]) => [month, apiCalls / 6])).toEqual([
    ["2023-08", 20],
    ["2023-09", 29],
    ["2023-10", 29],
  ]);
  expect([...openings].map(([, { pushes }]) => pushes / 6)).toEqual([2, 1, 1]);
});

test("the work of a step counts in the month in which it is due", () => {
  const costs = only({ review: one, report: one, publication: one });

  expect([...monthlyCosts(shaoxing, costs, { cases: 12, photosPerRow: 0 })]).toEqual([
    ["2023-08", NOTHING],
    ["2023-09", { apiCalls: 12, pushes: 12 }],
    ["2023-10", { apiCalls: 7, pushes: 7 }],
  ]);
});

test("photos count for every row that takes proof, and not at all where none are sent", () => {
  const costs = only({ burst: one, sheet: one, photo: one });
  const september = (photosPerRow: number) =>
    monthlyCosts(shaoxing, costs, { cases: 2, photosPerRow }).get("2023-09")?.apiCalls;

  expect([0, 1, 3].map(september)).toEqual([0, 2 * 25 * 3, 2 * 25 * 5]);
});

test("what a district types takes the typed costs, in the part of them that types; all else stays", () => {
  const of = (typing: number) => costsWhere(measuredCosts, typing);

  for (const step of STYLED) {
    expect([of(0)[step], of(1)[step]]).toEqual([measuredCosts[step], measuredCosts.typed[step]]);
    expect(of(0.25)[step].apiCalls).toBeCloseTo(
      measuredCosts[step].apiCalls * 0.75 + measuredCosts.typed[step].apiCalls * 0.25,
    );
  }
  expect(of(1).publication).toEqual(of(0).publication);
});

test("papers alone leave out 附件1 and the opinions; rulings count as often as they are answered, days until the last", () => {
  const costs = only({ requirements: one, opinions: one, answer: one, day: one });
  const none = { cases: 2, photosPerRow: 0, formsEntered: false, rulings: 3, until: civilDate("2023-10-21") };
  const october = (volume: Parameters<typeof monthlyCosts>[2]) =>
    monthlyCosts(shaoxing, costs, volume).get("2023-10")?.apiCalls;

  expect(monthlyCosts(shaoxing, costs, none).get("2023-09")?.apiCalls).toBe(29 * 6);
  expect(monthlyCosts(shaoxing, costs, { ...none, formsEntered: true }).get("2023-09")?.apiCalls).toBe(29 * 6 + 2 * 2);
  expect(october(none)).toBe(20 * 6 + 3);
  expect(october({ ...none, until: civilDate("2023-10-22") })).toBe(21 * 6 + 3);
});

test.each([
  [{ apiCalls: 50, pushes: 1 }, 100],
  [{ apiCalls: 49.99, pushes: 1 }, 100],
  [{ apiCalls: 50.01, pushes: 1 }, 99],
  [{ apiCalls: 1, pushes: 30 }, 100],
  [{ apiCalls: 5_001, pushes: 1 }, 0],
])("with %o a case the largest that fits has %i", (review, most) => {
  expect(mostCases(shaoxing, only({ review }), 0)).toBe(most);
});

test("what the city and the calendar take leaves less room, down to none", () => {
  const review = { apiCalls: 50, pushes: 0 };

  expect(mostCases(shaoxing, only({ review, list: { apiCalls: 100, pushes: 0 } }), 0)).toBe((5_000 - 600) / 50);
  expect(mostCases(shaoxing, only({ review, list: { apiCalls: 834, pushes: 0 } }), 0)).toBe(0);
});

test.each([
  ["shaoxing-2023", shaoxing, 2],
  ["beijing-2024", beijing, 0],
])("%s: the largest that fits stays within every month, one more does not", (_, definition, photosPerRow) => {
  const cases = mostCases(definition, measured, photosPerRow);
  const fits = (count: number) =>
    [...monthlyCosts(definition, measured, { cases: count, photosPerRow })].every(
      ([, { apiCalls, pushes }]) => apiCalls <= FREE_EDITION.apiCalls && pushes <= FREE_EDITION.pushes,
    );

  expect([cases > 0, fits(cases), fits(cases + 1)]).toEqual([true, true, false]);
});

test("用量 names the room with and without photos; without evidence only one number", () => {
  const compound = { noun: "小区", measure: "个" };

  expect(usagePhrases.room(compound, 135, { photos: 2, cases: 21 })).toBe(
    "按活动安排和实测用量测算，免费版每月额度内最多可办理约135个小区；逐条上传证明材料（每条2张照片）的，约21个小区。",
  );
  expect(usagePhrases.room({ noun: "户", measure: "户" }, 9, undefined)).toBe(
    "按活动安排和实测用量测算，免费版每月额度内最多可办理约9户。",
  );
});

test("docs/operations.md shows what was measured and what follows from it", () => {
  const page = readFileSync("docs/operations.md", "utf8");
  const { typed, ...pressed } = measuredCosts;
  const rows = [...Object.values<Cost>({ ...pressed }), ...Object.values<Cost>(typed)].map(
    ({ apiCalls, pushes }) => `| ${apiCalls} | ${pushes} |`,
  );

  expect(rows.filter((row) => !page.includes(row))).toEqual([]);
  expect(page).toContain(quotaTable(shaoxing, measured, { cases: 12, photosPerRow: 2 }));
});
