import { describe, expect, test } from "vitest";
import type { WrittenRow } from "../../../../src/campaign/preliminary-review/workbook/read.ts";
import { comparedRows, optionsFor } from "../../../../src/campaign/preliminary-review/workbook/rules.ts";
import { pointRulesIn } from "../../../../src/campaign/scoring/points.ts";
import { criterionById } from "../../../../src/campaign/scoring/rubric.ts";
import type { Score } from "../../../../src/campaign/scoring/score-sheet.ts";
import type { ScoreValues } from "../../../../src/campaign/scoring/score-values.ts";
import { shaoxing } from "../../definition/support/shaoxing.ts";

const rules = pointRulesIn(shaoxing, new Map());
const given = (criterion: string, hundredths: number): [string, Score] => [
  criterion,
  {
    ...{ criterion, hundredths, state: "given", definitionVersion: 1 },
    ...{ reason: undefined, remark: undefined, givenFor: undefined },
  },
];

function compared(
  rows: Readonly<Record<string, Partial<WrittenRow>>>,
  values: { given?: ScoreValues; now?: ScoreValues; twice?: string[] } = {},
) {
  const now = values.now ?? values.given ?? {};
  const scores = new Map(
    Object.entries(now).flatMap(([id, value]) => (typeof value === "number" ? [given(id, value * 100)] : [])),
  );
  const written = Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, { points: "", ...row }]));
  return comparedRows(
    { definition: shaoxing, rules, scores },
    { rows: written, twice: values.twice ?? [] },
    { given: values.given ?? {}, now },
  );
}
const sentence = (row: Partial<WrittenRow>, id = "3-5") => compared({ [id]: row }).defects.map((one) => one.sentence);

describe("a row of a 初评表 that came back", () => {
  test.each([
    ["5", 5],
    ["４", 4],
    ["4分", 4],
    ["四", 4],
    ["满分", 5],
    ["0", 0],
  ])("points as text are read as they are in chat: %s", (points, value) => {
    expect(compared({ "3-5": { points } }).rows).toEqual([
      { id: "3-5", kind: "changed", keys: ["3-5"], back: { "3-5": value } },
    ]);
  });

  test.each([
    ["4.999", "3-5应以1分为一档（口径R3），未保存。"],
    ["5.01", "3-5应在0至5分之间，未保存。"],
    ["6", "3-5应在0至5分之间，未保存。"],
    ["-1", "3-5应在0至5分之间，未保存。"],
    ["良好", "3-5的考核分“良好”不是分数，请填写数字。"],
    ["80%", "3-5的考核分“80%”不是分数，请填写数字。"],
    ["2023-03-05", "3-5的考核分“2023-03-05”不是分数，请填写数字。"],
    ["TRUE", "3-5的考核分“TRUE”不是分数，请填写数字。"],
  ])("what are no points is said: %s", (points, said) => {
    expect(sentence({ points })).toEqual([said]);
  });

  test("an all-or-nothing row takes its ends only", () => {
    expect(sentence({ points: "2" }, "3-3")[0]).toContain("不能给中间分");
    expect(sentence({ points: "3" }, "3-3")).toEqual([]);
  });

  test("不适用 needs its reason, in its own cell or in the reason's, and a row under the ruling", () => {
    expect(sentence({ points: "不适用" }, "4-2")[0]).toContain("须说明理由");
    expect(sentence({ points: "不适用", reason: "无此设施" }, "3-5")[0]).toContain("不能记为不适用");
    expect(compared({ "4-2": { points: "不适用", reason: "无此设施" } }).rows[0]?.back).toEqual({
      "4-2": "不适用",
      "4-2-reason": "无此设施",
    });
    expect(compared({ "4-2": { points: "不适用 无此设施", reason: "" } })).toEqual(
      compared({ "4-2": { points: "不适用", reason: "无此设施" } }),
    );
  });

  test("an empty cell of points or reason changes nothing; an emptied 备注 goes", () => {
    const known = { "3-5": 4, "3-5-reason": "垃圾", "3-5-remark": "东门" };
    expect(compared({ "3-5": { points: "", reason: "", remark: "东门" } }, { given: known }).rows[0]?.kind).toBe(
      "same",
    );
    expect(compared({ "3-5": { points: "4", reason: "垃圾", remark: "" } }, { given: known }).rows[0]).toEqual({
      ...{ id: "3-5", kind: "changed", keys: ["3-5-remark"], back: { "3-5-remark": "" } },
    });
  });

  test("a reason or a remark without points is said", () => {
    expect(sentence({ reason: "垃圾" })[0]).toContain("尚未评分，理由未保存");
    expect(sentence({ remark: "东门" })[0]).toContain("尚未评分，备注未保存");
    expect(sentence({ points: "4", reason: "长".repeat(500) })).toEqual([]);
    expect(sentence({ points: "4", reason: "长".repeat(501) })).toEqual(["3-5的理由、备注请各控制在500字以内。"]);
  });

  test("a doubled row, one that the rubric has not, and a hidden one that changes something are said", () => {
    expect(compared({ "3-5": { points: "4" } }, { twice: ["3-5"] }).defects).toEqual([
      { id: "3-5", of: "points", sentence: "3-5有不止一行，请只留一行。" },
    ]);
    expect(sentence({ points: "4" }, "9-9")).toEqual(["没有条目9-9，请删去该行。"]);
    expect(sentence({ points: "4", isHidden: true })[0]).toContain("3-5在隐藏的行或工作表中");
    expect(compared({ "3-5": { points: "4", isHidden: true } }, { given: { "3-5": 4 } }).defects).toEqual([]);
  });

  test("a workbook of last week: what only colleagues changed since stays, what both changed is a conflict", () => {
    const of = { given: { "1-1": 4, "1-2": 4, "1-3": 4 }, now: { "1-1": 3, "1-2": 3, "1-3": 4 } };
    const { rows } = compared({ "1-1": { points: "4" }, "1-2": { points: "2" }, "1-3": { points: "1" } }, of);
    expect(rows.map(({ id, kind }) => [id, kind])).toEqual([
      ["1-1", "kept"],
      ["1-2", "conflict"],
      ["1-3", "changed"],
    ]);
  });
});

test("a cell of points offers every step from the maximum, both ends of an all-or-nothing row, and 不适用 where it may be", () => {
  const offered = (id: string) => {
    const row = criterionById(shaoxing.rubric, id);
    if (!row) throw new Error(`no row ${id}`);
    return optionsFor(row, rules);
  };
  expect(offered("3-5")).toEqual([5, 4, 3, 2, 1, 0]);
  expect(offered("3-3")).toEqual([3, 0]);
  expect(offered("4-2")).toEqual([3, 2, 1, 0, "不适用"]);
});
