import { describe, expect, test } from "vitest";
import type { Definition } from "../../../src/campaign/definition/definition.ts";
import { exampleOrder, misfitsOf, numberRules } from "../../../src/campaign/recommendation/numbers.ts";
import { beijing, households } from "../definition/support/campaigns.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const none = new Map();
const fitOf = (definition: Definition, count: number, rulings = none) =>
  misfitsOf(numberRules(definition, rulings, 1), new Array(count).fill(undefined)).map(({ fit, rule }) => [
    fit,
    rule.quota.soft,
  ]);

describe("how many a district recommends", () => {
  test.each([
    [1, [["tooFew", false]]],
    [2, []],
    [4, []],
    [5, [["tooMany", false]]],
  ])("households: 2—4, hard: %d", (count, misfits) => {
    expect(fitOf(households, count)).toEqual(misfits);
  });

  test.each([
    [0, [["tooFew", false]]],
    [1, []],
    [2, [["tooMany", false]]],
  ])("Beijing: exactly one: %d", (count, misfits) => {
    expect(fitOf(beijing, count)).toEqual(misfits);
  });

  test.each([
    [1, [["tooFew", true]]],
    [2, []],
    [30, []],
  ])("Shaoxing: 原则上 not fewer than 2: %d", (count, misfits) => {
    expect(fitOf(shaoxing, count)).toEqual(misfits);
  });

  test.each([
    [3, []],
    [4, [["tooMany", false]]],
  ])("a maximum that is ruled limits as well: %d of 3", (count, misfits) => {
    const ruled = new Map([["R12", { text: "最多3个", value: { maximum: 3 } }]]);

    expect(fitOf(shaoxing, count, ruled)).toEqual(misfits);
  });
});

describe("categories with their own numbers", () => {
  const [common] = households.campaign.quotas;
  if (!common) throw new Error("households have a quota");
  const categories = ["old", "new"].map((id) => ({ ...common, id, name: id }));
  const own = { ...common, id: "per-old", category: "old", min: undefined, max: 1 };
  const definition: Definition = {
    ...households,
    campaign: { ...households.campaign, categories, quotas: [...households.campaign.quotas, own] },
  };
  const misfits = (...of: readonly string[]) =>
    misfitsOf(numberRules(definition, none, 1), of).map(({ fit, count, rule }) => [rule.category, fit, count]);

  test("the category's number limits it, the common one the whole list", () => {
    expect(misfits("old", "new")).toEqual([]);
    expect(misfits("old", "old")).toEqual([["old", "tooMany", 2]]);
    expect(misfits("new")).toEqual([[undefined, "tooFew", 1]]);
    expect(misfits("old", "old", "new", "new", "new")).toEqual([
      [undefined, "tooMany", 5],
      ["old", "tooMany", 2],
    ]);
  });
});

describe("the upper level has its own number", () => {
  const [common] = households.campaign.quotas;
  const quotas = common ? [common, { ...common, id: "upper", level: 2, min: undefined, max: 6 }] : [];
  const definition: Definition = { ...households, campaign: { ...households.campaign, quotas } };

  test.each([
    [1, { min: 2, max: 4 }],
    [2, { min: undefined, max: 6 }],
  ])("level %d", (level, { min, max }) => {
    const [rule] = numberRules(definition, none, level);

    expect([rule?.quota.min, rule?.quota.max]).toEqual([min, max]);
  });
});

describe("an example of an order", () => {
  test.each([
    ["shaoxing", shaoxing, 1, "1"],
    ["shaoxing", shaoxing, 3, "2 1"],
    ["beijing", beijing, 3, "1"],
    ["households", households, 5, "2 1"],
  ] as const)("%s", (_name, definition, count, example) => {
    expect(exampleOrder(numberRules(definition, none, 1), count)).toBe(example);
  });

  test("names as many as are at least asked for", () => {
    const rules = numberRules(households, none, 1).map(({ quota }) => ({ quota: { ...quota, min: 3, max: 9 } }));

    expect(exampleOrder(rules, 5)).toBe("2 1 3");
  });
});
