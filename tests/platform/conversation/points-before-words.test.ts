import { describe, expect, test } from "vitest";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { showEntries } from "../../../src/platform/conversation/score-readings.ts";
import type { ScoreRules } from "../../../src/platform/conversation/score-rules.ts";
import { rules } from "./support/sections.ts";

const given: ScoreRules = { ...rules, given: rules.sections.flatMap((one) => one.rows.map(({ id }) => id)) };
const read = (typed: string, of: ScoreRules = rules) => {
  const line = readScoreLine(of, typed);
  if (line.kind === "points") return showEntries(line.entries);
  return line.kind === "retry" ? [line.readable?.typed, ...(line.readings ?? [])] : line.kind;
};

describe("several rows with a value each and words behind them", () => {
  test.each([
    "4-1~4-3 2 2 2 宣传少",
    "4-1至4-3 2 2 2 宣传少",
    "4-1到4-3 2、2、2，宣传少",
    "4-1 4-2 4-3 2 2 2 宣传少",
    "4-1~4-3 2分 2分 2分 理由：宣传少",
    "4-1、4-2、4-3：2/2/2 宣传少",
  ])("%s: each has its value, and whose reason it is is asked", (typed) => {
    expect(read(typed)).toEqual(["4-1 2 宣传少；4-2 2 宣传少；4-3 2 宣传少", "4-1 2；4-2 2；4-3 2 宣传少"]);
  });

  test("rows with full marks have no reason of it", () => {
    expect(read("4-1~4-3 2 3 2 台账缺")).toEqual(["4-1 2 台账缺；4-2 3；4-3 2 台账缺", "4-1 2；4-2 3；4-3 2 台账缺"]);
  });

  test("straight behind the only one below its maximum it is its reason", () => {
    expect(read("4-1~4-3 3 3 2 宣传少")).toBe("4-1 3；4-2 3；4-3 2 宣传少");
  });

  test.each(["4-1~4-3 2 2 宣传少", "4-1~4-3 2 2 2 2 宣传少"])(
    "%s has not one for each, and offers nothing",
    (typed) => {
      expect(read(typed)).toEqual([undefined]);
    },
  );

  test("a number that counts something is no value", () => {
    expect(read("4-1~4-3 2 2栋宣传少")).toEqual(["4-1 2 2栋宣传少；4-2 2 2栋宣传少；4-3 2 2栋宣传少"]);
  });
});

describe("a stroke between rows is none of a reason", () => {
  test.each([
    ["4-6 2/4-7 1 没台账", "4-6 2；4-7 1 没台账"],
    ["4-6 2 / 4-7 1 没台账", "4-6 2；4-7 1 没台账"],
    ["1-1 4/1-2 4/1-3 3 缺", "1-1 4；1-2 4；1-3 3 缺"],
    ["1-3 3 4/4户未缴", "1-3 3 4/4户未缴"],
  ])("%s", (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });
});

describe("as it is dictated", () => {
  test.each([
    ["三6 3 保洁差 三8 3 缺专人", "3-6 3 保洁差；3-8 3 缺专人"],
    ["一之一其实三分 不对 还是四分", "1-1 4"],
    ["嗯一杠一四分 一杠二嘛三分那个联席会议开得少了一点", "1-1 4；1-2 3 联席会议开得少了一点"],
    ["四之五呢 改成一分好了因为那个没有电子投票", "4-5 1 没有电子投票"],
    ["第三部分嘛第一条四分 第二条三分", "3-1 4；3-2 3"],
    ["二 六分 三分 五分 五分", "2-1 6；2-2 3；2-3 5；2-4 5"],
  ])("%s", (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  test.each([
    ["三杠六理由改一下 改成电动车飞线充电", "3-6 电动车飞线充电"],
    ["哦对了刚才那个 2-1 理由是业委会筹备组还没备案", "2-1 业委会筹备组还没备案"],
  ])("%s, once the row has its points", (typed, expected) => {
    expect(read(typed, given)).toBe(expected);
  });

  test("what is taken back is not offered", () => {
    expect(read("一点五改成三分 不对不对两点五")).toEqual([undefined]);
  });
});
