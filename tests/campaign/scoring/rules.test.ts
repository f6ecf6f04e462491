import { describe, expect, test } from "vitest";
import type { RulingsInForce } from "../../../src/campaign/definition/rulings-in-force.ts";
import { pointRulesIn, unfitRows } from "../../../src/campaign/scoring/points.ts";
import { hundredthsAfter, problemWith, stateAfter } from "../../../src/campaign/scoring/rules.ts";
import type { GivenScore } from "../../../src/campaign/scoring/score-sheet.ts";
import { households } from "../definition/support/campaigns.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";
import { openSheet } from "./support/score-sheet.ts";

const deducting: RulingsInForce = new Map([["R21", { text: "", value: { deduct: true, reasonRequired: true } }]]);
const freely: RulingsInForce = new Map([["R21", { text: "", value: { deduct: false, reasonRequired: false } }]]);
const reason = { personal: "reason", hash: "of the reason" };

const entries = (scores: Parameters<typeof openSheet>[1] = {}, rulings: RulingsInForce = new Map()) => ({
  definition: shaoxing,
  rules: pointRulesIn(shaoxing, rulings),
  scores: openSheet("甲", scores).scores,
});
const na = (criterion: string, why?: string): GivenScore => ({
  ...{ criterion, notApplicable: true },
  ...(why === undefined ? {} : { reason: why }),
});

describe("不适用 (R21)", () => {
  test("is for the rows under the ruling, with a reason", () => {
    expect(problemWith(entries(), na("4-2", "无集中供热"))).toBeUndefined();
    expect(problemWith(entries(), na("4-2"))).toBe("4-2记为不适用须说明理由，未保存，例如：4-2 不适用 无此设施。");
    expect(problemWith(entries(), na("3-5", "没有绿化"))).toBe(
      "3-5不能记为不适用（口径R21），未保存；可以记为不适用的条目：4-2。",
    );
  });

  test("needs no reason where the ruling asks for none, or where one is known", () => {
    expect(problemWith(entries({}, freely), na("4-2"))).toBeUndefined();
    const marked = { "4-2": { state: "notApplicable", hundredths: 300, reason } } as const;
    expect(problemWith(entries(marked), na("4-2"))).toBeUndefined();
  });

  test("counts the maximum, or nothing where the ruling deducts", () => {
    expect(hundredthsAfter(entries(), na("4-2", "无集中供热"))).toBe(300);
    expect(hundredthsAfter(entries({}, deducting), na("4-2", "无集中供热"))).toBe(0);
  });

  test("has to be given anew once the ruling counts it otherwise", () => {
    const sheet = openSheet("甲", { "4-2": { state: "notApplicable", hundredths: 300, reason } });

    expect(unfitRows(shaoxing.rubric, sheet, pointRulesIn(shaoxing, new Map()))).toEqual([]);
    expect(unfitRows(shaoxing.rubric, sheet, pointRulesIn(shaoxing, deducting))).toEqual(["4-2"]);
  });

  test("is unknown to a campaign without a ruling on it, and to rows that exclude", () => {
    const { rows } = pointRulesIn(households, new Map()).notApplicable;
    const given = { definition: households, rules: pointRulesIn(households, new Map()), scores: new Map() };
    const first = households.rubric.sections[0]?.criteria[0]?.id ?? "";

    expect(rows).toEqual([]);
    expect(problemWith(given, na(first, "没有"))).toBe(`${first}不能记为不适用，未保存。`);
  });
});

describe("what a row becomes", () => {
  const marked = entries({ "4-2": { state: "notApplicable", hundredths: 300, reason }, "1-1": 400 });

  test("points end 不适用, a reason or a remark alone does not", () => {
    expect(stateAfter(marked, { criterion: "4-2", points: 2 })).toBe("given");
    expect(stateAfter(marked, { criterion: "4-2", remark: "以电采暖" })).toBe("notApplicable");
    expect(hundredthsAfter(marked, { criterion: "4-2", remark: "以电采暖" })).toBe(300);
    expect(hundredthsAfter(marked, { criterion: "1-1", points: 3 })).toBe(300);
  });

  test("a remark needs a row that is scored", () => {
    expect(problemWith(marked, { criterion: "1-1", remark: "台账齐全" })).toBeUndefined();
    expect(problemWith(marked, { criterion: "1-2", remark: "台账齐全" })).toBe(
      "1-2尚未评分，备注未保存，请先填写分数。",
    );
  });
});
