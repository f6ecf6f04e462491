import { expect, test } from "vitest";
import { echoAsItStands, echoOf } from "../../../../src/campaign/application/requirements/echo.ts";
import { readTyped } from "../../../../src/campaign/application/requirements/read-typed.ts";
import { clausesOf } from "../../../../src/campaign/application/requirements/requirements.ts";
import { clausesAlone, leftOut, wordsLeftOut } from "../../../../src/campaign/application/requirements/rest-changes.ts";
import { shaoxing } from "../../definition/support/shaoxing.ts";

const facts = { definition: shaoxing, answering: { today: "2023-09-01", year: 2023 }, before: {} } as const;
const problemsOf = (typed: string) => readTyped(typed, facts).given?.problems;

test.each([
  ["全部符合啊除了那个七杠二物业费公示没有弄", "物业费公示没有弄"],
  ["其余都符合除了7-2台账缺", "台账缺"],
  ["除了7-2没公示其他都符合", "没公示"],
  ["除了7-2台账缺外，其余均符合", "台账缺"],
  ["除了7-2，其余都符合", undefined],
  ["除7-2外都没问题", undefined],
])("%s leaves out 7-2, and the words behind it are named", (typed, words) => {
  expect(leftOut(shaoxing, typed)).toEqual(["7-2"]);
  expect(wordsLeftOut(shaoxing, typed)).toBe(words);
});

test.each([
  ["4-1、4-2不符合 台账缺", "4-1、4-2的备注“台账缺”没有栏目可以记录，请另写入推荐理由"],
  ["7-2不符合(没公示)", "7-2的备注“没公示”没有栏目可以记录，请另写入推荐理由"],
  ["不符合 7-2（没公示）", "7-2的备注“没公示”没有栏目可以记录，请另写入推荐理由"],
  ["不符合 6-2、7-2 台账缺", "6-2、7-2的备注“台账缺”没有栏目可以记录，请另写入推荐理由"],
  ["7-2不符合，理由：没公示", "7-2的备注“没公示”没有栏目可以记录，请另写入推荐理由"],
  [
    "1-1符合嗯物业费那条不符合理由还没公示",
    "“物业费那条不符合理由还没公示”请写明编号（可能是8-1），例如「不符合 8-1」",
  ],
  ["公示栏旁边那条不符合", "“公示栏旁边那条不符合”请写明编号，例如「不符合 1-1」"],
])("%s: a reason has no place, and a clause is named by its number", (typed, problem) => {
  expect(problemsOf(typed)).toEqual([problem]);
});

test("除了 before a clause with its standing says nothing more", () => {
  const { given } = readTyped("除了七杠二不符合其他都符合", facts);
  expect(given).toMatchObject({ rest: true, clauses: { "7-2": "notMet" }, problems: [] });
});

test.each([
  ["3-1", ["3-1"]],
  ["3-1、5-1", ["3-1", "5-1"]],
  ["第三条第一款", ["3-1"]],
  ["1至2", ["1-1", "1-2", "1-3", "2-1", "2-2", "2-3"]],
  ["2至1", undefined],
  ["1至99", undefined],
  ["77-1", undefined],
  ["3-1符合", undefined],
  ["3", undefined],
])("%s alone: how the clauses stand is asked", (typed, ids) => {
  expect(clausesAlone(shaoxing, typed)).toEqual(ids);
});

test("a table of items: all of one that is met, and which clause of one that is not", () => {
  const { given } = readTyped("第1条\t符合\t2015年取得竣工备案\n第3条\t不符合\t未安装充电桩", facts);
  expect(given?.clauses).toEqual({ "1-1": "met", "1-2": "met", "1-3": "met" });
  expect(given?.problems).toEqual([
    "第1项的备注“2015年取得竣工备案”没有栏目可以记录，请另写入推荐理由",
    "第3项的备注“未安装充电桩”没有栏目可以记录，请另写入推荐理由",
    "第3项须写明是哪一条：3-1、3-2",
  ]);
});

test("1至2符合 is said of whole items", () => {
  const { given } = readTyped("1至2符合", facts);
  expect(Object.keys(given?.clauses ?? {})).toEqual(["1-1", "1-2", "1-3", "2-1", "2-2", "2-3"]);
  expect(given?.problems).toEqual([]);
});

test("第4项 with a note behind its standing", () => {
  expect(problemsOf("4不符合 台账缺")).toEqual([
    "第4项的备注“台账缺”没有栏目可以记录，请另写入推荐理由",
    "第4项须写明是哪一条：4-1、4-2、4-3",
  ]);
});

test("what a figure has decided is not told as 尚不清楚", () => {
  const clauses = Object.fromEntries(
    clausesOf(shaoxing).map(({ id }) => [id, id === "8-2" ? "unclear" : "met"] as const),
  );
  const answers = { clauses, figures: {} };
  const rows = [{ id: "8-2", standing: "met", source: "figure" }] as const;
  expect(echoOf(shaoxing, answers)).toContain("尚不清楚 8-2");
  expect(echoAsItStands(shaoxing, answers, rows)).toBe("其余均符合");
  expect(echoAsItStands(shaoxing, answers, [{ ...rows[0], source: "declared" }])).toContain("尚不清楚 8-2");
});
