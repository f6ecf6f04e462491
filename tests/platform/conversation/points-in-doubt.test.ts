import { describe, expect, test } from "vitest";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { showEntries } from "../../../src/platform/conversation/score-readings.ts";
import type { ScoreRules } from "../../../src/platform/conversation/score-rules.ts";
import { rules } from "./support/sections.ts";

const given: ScoreRules = { ...rules, given: rules.sections.flatMap(({ rows }) => rows.map(({ id }) => id)) };
const read = (typed: string, of = given): string => {
  const line = readScoreLine(of, typed);
  return line.kind === "points" ? showEntries(line.entries) : line.kind;
};
const offersOf = (typed: string, of = given): readonly string[] => {
  const line = readScoreLine(of, typed);
  return line.kind === "retry" ? [...(line.readable ? [line.readable.typed] : []), ...(line.readings ?? [])] : [];
};
const sentenceOf = (typed: string): string => {
  const line = readScoreLine(given, typed);
  return line.kind === "retry" ? line.sentence : "";
};

describe("a number behind the reason", () => {
  test.each([
    ["3-5 绿化差 4", ["3-5 4 绿化差", "3-5 理由：绿化差 4"]],
    ["3-9 灯坏 4", ["3-9 4 灯坏", "3-9 理由：灯坏 4"]],
    ["3-7 电梯旧 4", ["3-7 4 电梯旧", "3-7 理由：电梯旧 4"]],
    ["3-9 灯坏 5", ["3-9 5 灯坏", "3-9 理由：灯坏 5"]],
    ["3-9 灯坏 6", ["3-9 理由：灯坏 6"]],
    ["3-6 绿化差扣1", ["3-6 4 绿化差"]],
    ["3-6 5 会议开了 3", ["3-6 3 会议开了", "3-6 5 理由：会议开了 3"]],
  ])("%s may be the points: %j are offered, and each is read", (typed, offers) => {
    expect(offersOf(typed)).toEqual(offers);
    for (const offer of offers) expect(read(offer)).toBe(offer);
  });

  test("of a row without points only the points are offered", () => {
    expect(offersOf("3-5 绿化差 4", rules)).toEqual(["3-5 4 绿化差"]);
  });

  test.each(["3-6 4 会议 5 次", "3-6 4 少2", "3-6 理由：会议仅12"])("%s: a count is none", (typed) => {
    expect(read(typed)).toBe(typed);
  });
});

describe("other points behind the first", () => {
  test.each([
    ["1-1 3，不，4", ["1-1 4", "1-1 3"]],
    ["1-1 3 错了 4", ["1-1 4", "1-1 3"]],
    ["1-2 3 是4", ["1-2 4", "1-2 3"]],
    ["4-1 2还是3", ["4-1 2", "4-1 3"]],
    ["1-1 4 或者3", ["1-1 4", "1-1 3"]],
    ["4-1 2-3分", ["4-1 2", "4-1 3"]],
    ["3-6 4 绿化差，还是3吧", ["3-6 3 绿化差", "3-6 4 绿化差"]],
  ])("%s: which counts is asked", (typed, offers) => {
    expect(offersOf(typed)).toEqual(offers);
  });

  test.each(["3-6 4 不是3次", "3-6 4 只有1或2次", "3-6 4 党员是3名"])("%s is a reason", (typed) => {
    expect(read(typed)).toBe(typed);
  });
});

describe("orders, answers and pointers are no reason", () => {
  const ALONE = ["不变", "y", "撤", "查", "交了", "下同", "上同", "同东方", "够了就这样", "跟江滨一样", "照旧"];
  test.each(ALONE)("%s", (said) => {
    expect(offersOf(`3-8 3 ${said}`)).toEqual(["3-8 3"]);
    expect(sentenceOf(`3-8 3 ${said}`)).toContain(`「${said}」没有作为3-8的理由`);
    expect(read(`3-8 ${said}`)).not.toContain("3-8");
  });

  test.each([
    ["3-5 4 理由同东方", ["3-5 4"]],
    ["3-9 5分满", ["3-9 5"]],
    ["1-4、1-5满 其余先不打", ["1-4 5；1-5 3"]],
  ])("%s", (typed, offers) => {
    expect(offersOf(typed)).toEqual(offers);
  });

  test.each(["同意率低", "同一人代签", "查无记录", "一样没有", "差", "不变更公示"])("%s is a reason", (reason) => {
    expect(read(`3-6 4 ${reason}`)).toBe(`3-6 4 ${reason}`);
  });
});

describe("rows that are named together", () => {
  test.each([
    ["2-1到2-3 5 2 5", "2-1 5；2-2 2；2-3 5"],
    ["3-5~3-7 4 4 4", "3-5 4；3-6 4；3-7 4"],
    ["4-1至4-3都2", "4-1 2；4-2 2；4-3 2"],
    ["第一、二部分都满分", "1-1 4；1-2 4；1-3 4；1-4 5；1-5 3；2-1 6；2-2 3；2-3 6；2-4 5"],
  ])("%s is read", (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  test.each([
    ["4-1至4-3 2", "4-1 2；4-2 2；4-3 2", "「4-1至4-3都2」"],
    ["4-1 4-2 2", "4-1 2；4-2 2", "「4-1、4-2都2」"],
    ["4-1、4-2 2", "4-1 2；4-2 2", "「4-1、4-2都2」"],
  ])("%s: whether it is for each is asked, with the form that works", (typed, offer, form) => {
    expect(offersOf(typed)).toEqual([offer]);
    expect(sentenceOf(typed)).toContain(form);
    expect(sentenceOf(typed)).not.toContain("没有写分数");
    expect(read(form.slice(1, -1))).toBe(offer);
  });

  test("2-1~2-3每项扣1 台账不全: what it comes to is offered", () => {
    expect(offersOf("2-1~2-3每项扣1 台账不全")).toEqual(["2-1 5 台账不全", "2-2 2 台账不全", "2-3 5 台账不全"]);
  });

  test("another number of points than of rows is refused, with both", () => {
    expect(sentenceOf("2-1到2-3 5 2")).toContain("2-1到2-3有3个条目，收到2个分数");
    expect(offersOf("2-1到2-3 5 2")).toEqual([]);
  });

  test("一二满 before other parts is of these parts", () => {
    expect(read("一二满 三 4 5 3 4 4 4 5 4 5 四 3 3 3 3 3 2 2")).toBe(
      `${read("一 满分；二 满分")}；${read("三 4 5 3 4 4 4 5 4 5")}；${read("四 3 3 3 3 3 2 2")}`,
    );
  });

  test.each([
    ["1-3 4 1-4", "1-4没有写分数", "1-3 4"],
    ["1-4 5 1-5", "1-5没有写分数", "1-4 5"],
  ])("%s: %s", (typed, sentence, offer) => {
    expect(sentenceOf(typed)).toContain(sentence);
    expect(offersOf(typed)).toEqual([offer]);
  });
});

test.each([
  ["等下 3-5 4绿化差 3-8 3 扣在停车", "3-5 4 绿化差；3-8 3 扣在停车"],
  ["算了 2-1满", "2-1 6"],
  ["等一下，3-5 4", "3-5 4"],
])("%s: what holds up is none of the points", (typed, expected) => {
  expect(read(typed)).toBe(expected);
});
