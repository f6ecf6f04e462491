import { describe, expect, test } from "vitest";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { rules } from "./support/sections.ts";

const entries = (typed: string) => {
  const line = readScoreLine(rules, typed);
  return line.kind === "points" ? line.entries.map(({ row, points, reason }) => [row, points, reason]) : line;
};

const withRemarks = (typed: string) => {
  const line = readScoreLine(rules, typed);
  return line.kind === "points"
    ? line.entries.map(({ row, points, reason, remark }) => [row, points, reason, remark])
    : line;
};

const rowsOfTwo = [
  ["1-1", 4, undefined],
  ["1-2", 3, "会议少"],
  ["2-1", 6, "98.3%"],
];

describe("the plan's own table, filled in", () => {
  test.each([
    "一\t党建引领机制完善（20分）\n1\t街道协调机制\t4\t4\t/\n2\t多方联动\t4\t3\t会议少\n二\t业委会运行规范\n1\t运行良好\t6\t6\t98.3%",
    "\t一\n\t党建引领机制完善（20分）\n\t1.所在街道健全机制。\n\t4\n\t4\n\t\n\t2.多方联动有效落实。\n\t4\n\t3\n\t会议少\n\t二\n\t业委会运行规范\n\t1.业委会运行良好。\n\t6\n\t6\n\t98.3%",
  ])("%j", (pasted) => {
    expect(entries(pasted)).toEqual(rowsOfTwo);
  });

  test.each([
    "序号\t评选内容\t评选标准\t分值（分）\t考核分\t备注\n一\t党建引领机制完善（20分）\t1.所在街道健全机制。\t4\t4\t\n\t\t2.多方联动有效落实。\t4\t3\t会议少\n二\t业委会运行规范（20分）\t1.业委会运行良好。\t6\t6\t98.3%",
    "序号\n评选\n内容\n评选标准\n分值（分）\n考核分\n备注\n一\n党建引领机制完善（20分）\n1.所在街道健全机制。\n4\n4\n\n2.多方联动有效落实。\n4\n3\n会议少\n二\n业委会运行规范\n1.业委会运行良好。\n6\n6\n98.3%",
  ])("under its printed headings, where 备注 says why points are less than full: %j", (pasted) => {
    expect(withRemarks(pasted)).toEqual([
      ["1-1", 4, undefined, undefined],
      ["1-2", 3, "会议少", undefined],
      ["2-1", 6, undefined, "98.3%"],
    ]);
  });

  test("reason and remark are told apart by their columns", () => {
    const rows = "1-1\t4\t3\t会议少\t东门改造中\n1-2\t4\t4\t\t\n1-3\t4\t3\t\t已整改\n1-4\t5\t4\t会议少\t";
    expect(withRemarks(`条目\t分值\t得分\t理由\t备注\n${rows}`)).toEqual([
      ["1-1", 3, "会议少", "东门改造中"],
      ["1-2", 4, undefined, undefined],
      ["1-3", 3, undefined, "已整改"],
      ["1-4", 4, "会议少", undefined],
    ]);
  });

  test("a column of points alone holds the points", () => {
    expect(withRemarks("序号\t评选标准\t考核分\n1-1\t街道健全\t4\n1-2\t多方联动\t3")).toEqual([
      ["1-1", 4, undefined, undefined],
      ["1-2", 3, undefined, undefined],
    ]);
  });

  test("a row with its full marks only is asked about", () => {
    const pasted = "一\t党建引领机制完善（20分）\t1.所在街道健全机制。\t4\t\t";
    expect(entries(pasted)).toMatchObject({ kind: "retry", readable: { doubtful: true, typed: "1-1 4" } });
  });
});

test("a remark of a stroke is none", () => {
  expect(entries("1-3\t\t4\t4\t/")).toEqual([["1-3", 4, undefined]]);
});

test.each(["1-1 街道协调机制 4分 3分", "1-1 4分 3分"])("%s: which of two numbers is given is asked", (typed) => {
  expect(entries(typed)).toMatchObject({ kind: "retry", readable: { typed: "1-1 3", doubtful: true } });
});

test("numbers of which neither is the maximum are asked about without a reading", () => {
  expect(entries("1-1 3分 2分")).toMatchObject({ kind: "retry", rows: ["1-1"] });
});

describe("a table whose parts are merged cells, its rows counted within them", () => {
  const HEAD = "一级指标\t序号\t评分标准\t分值\t得分\t扣分理由";
  const FIRST = "党建引领\t1\t街道协调机制\t4\t4\t\n\t2\t联席会议\t4\t3\t只开了1次";

  test.each([
    `${HEAD}\n${FIRST}\n业委会\t1\t把关\t6\t6\t98.3%\n小计\t\t\t14\t13\t`,
    `初评表\n${HEAD}\n${FIRST}\n二、业委会运行规范（20分）\t1\t把关\t6\t6\t98.3%`,
    `一级指标\t编号\t分值\t得分\t理由\n党建引领机制完善\t1\t4\t4\t\n党建引领机制完善\t2\t4\t3\t只开了1次\n业委会\t1\t6\t6\t98.3%`,
  ])("%j", (pasted) => {
    expect(entries(pasted)).toEqual([
      ["1-1", 4, undefined],
      ["1-2", 3, "只开了1次"],
      ["2-1", 6, "98.3%"],
    ]);
  });

  test.each([
    `${HEAD}\n环境整治\t1\t街道协调机制\t4\t4\t`,
    `${HEAD}\n${FIRST}\n\t9\t没有这一条\t4\t4\t`,
    `${HEAD}\n${FIRST}\n环境整治\t1\t保洁\t4\t4\t`,
  ])("%j is not read: a row of it is of no part", (pasted) => {
    expect(entries(pasted)).toMatchObject({ kind: expect.stringMatching(/retry|none/) });
  });
});
