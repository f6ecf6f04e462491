import { describe, expect, test } from "vitest";
import {
  askedRow,
  besidePoints,
  doubtOf,
  givenTo,
  mayHoldPoints,
  rowOfReason,
} from "../../../src/campaign/scoring/open-row.ts";
import { criterionById } from "../../../src/campaign/scoring/rubric.ts";
import type { ScoreRules } from "../../../src/platform/conversation/score-rules.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const row = criterionById(shaoxing.rubric, "1-4");
if (!row) throw new Error("no row 1-4");
const rules: ScoreRules = {
  sections: shaoxing.rubric.sections.map(({ id, numeral, name, criteria }) => ({
    ...{ id, numeral, name },
    rows: criteria.map((one) => ({ id: one.id, maxPoints: one.maxPoints })),
  })),
  step: 0.5,
  items: ["1-1", "1-2", "1-3", "1-4", "1-5"],
  at: "1-4",
};

describe("points for the open row, as they are spoken", () => {
  test.each(["五分吧", "大概5分", "给五分", "我觉得五分", "就5分吧", "四分半不对是五分", "嗯五分", "满分", "5"])(
    "%s",
    (said) => {
      expect(givenTo(row, said)).toEqual({ criterion: "1-4", points: 5 });
    },
  );

  test("with their reason", () => {
    expect(givenTo(row, "四分 因为会议少")).toEqual({ criterion: "1-4", points: 4, reason: "会议少" });
    expect(givenTo(row, "不适用 无此设施")).toEqual({ criterion: "1-4", notApplicable: true, reason: "无此设施" });
  });

  test.each(["五十年", "好的", "稍等", "3-5呢", "会议少所以给三分", "四分左右"])(
    "%s is not taken as points",
    (said) => {
      expect(givenTo(row, said)).toBeUndefined();
    },
  );
});

describe("a reason that was refused with another row", () => {
  const refused = [{ key: "3-1", typed: "对了三之一不给分不在前百分之五" }];

  test("is of that row", () => {
    expect(rowOfReason(refused, "因为不在前百分之五")).toBe("3-1");
    expect(rowOfReason(refused, "不在前百分之五")).toBe("3-1");
  });

  test("another reason, or one of three signs, is of none", () => {
    expect(rowOfReason(refused, "会议记录不全")).toBeUndefined();
    expect(rowOfReason(refused, "百分之")).toBeUndefined();
    expect(rowOfReason([], "不在前百分之五")).toBeUndefined();
  });
});

describe("what may be points is asked about, with what it would be", () => {
  test.each([
    ["会议少所以给三分", ["1-4 3 会议少"]],
    ["四分左右", ["1-4 4"]],
    ["3分到4分", ["1-4 3", "1-4 4"]],
    ["扣一分", ["1-4 4"]],
    ["扣一分会议少", ["1-4 4 会议少"]],
    ["扣一分 会议少", ["1-4 4 会议少"]],
    ["扣1分，会议少", ["1-4 4 会议少"]],
    ["减一分，因为会议少", ["1-4 4 会议少"]],
    ["扣掉两分会议记录不全", ["1-4 3 会议记录不全"]],
    ["会议少扣一分", ["1-4 4 会议少"]],
    ["九分上下", []],
    ["2宣传少", ["1-4 2 宣传少"]],
  ])("%s", (said, readings) => {
    expect(doubtOf({ row, rules }, said)?.readings).toEqual(readings);
  });

  test("a long text is none, nor are other words with 分", () => {
    expect(mayHoldPoints("三分之一的居民")).toBe(false);
    expect(mayHoldPoints("2个小区都要报")).toBe(false);
    expect(mayHoldPoints("3名党员")).toBe(false);
    expect(mayHoldPoints("五分钟后再评")).toBe(false);
    expect(mayHoldPoints(`${"字".repeat(38)}3分`)).toBe(true);
    expect(mayHoldPoints(`${"字".repeat(39)}3分`)).toBe(false);
  });
});

describe("talk at an open row", () => {
  test.each(["好的", "等一下我想想", "不对", "怎么评？", "收到"])("%s is no points", (said) => {
    expect(besidePoints(row, said)).toMatch(/未作为分数记录/u);
  });

  test.each([
    ["3-5呢", "3-5"],
    ["1-3怎么评", "1-3"],
    ["第三项是什么", "1-3"],
    ["第九项是什么", undefined],
    ["怎么评", undefined],
    ["3-5", undefined],
  ])("%s asks for a row", (said, asked) => {
    expect(askedRow(rules, said)).toBe(asked);
  });
});
