import { describe, expect, test } from "vitest";
import { differenceOf } from "../../../src/campaign/recommendation/versions/difference.ts";
import { versionPhrases } from "../../../src/campaign/recommendation/versions/phrases.ts";

const listed = (text: string) =>
  text
    .split(" ")
    .filter(Boolean)
    .map((one) => ({ id: one.slice(0, 1), name: one.slice(0, 1), total: Number(one.slice(1)) }));
const said = (before: string, after: string) =>
  versionPhrases.difference(1, differenceOf(listed(before), listed(after)));

describe("a new version of a list says what it has otherwise than the one before", () => {
  test.each([
    ["nothing", "甲9500 乙9000", "甲9500 乙9000", "名单和次序与第1版相同，理由以本版为准。"],
    ["a compound more", "甲9500", "甲9500 乙9000", "与第1版相比：新增乙。"],
    ["a compound less is no other order", "甲9500 乙9000 丙8000", "甲9500 丙8000", "与第1版相比：不再列入乙。"],
    ["another order", "甲9500 乙9000", "乙9000 甲9500", "与第1版相比：次序由“1.甲，2.乙”改为“1.乙，2.甲”。"],
    ["other points", "甲9500", "甲9450", "与第1版相比：甲的评价分数由95分改为94.5分。"],
    ["无推荐 instead", "甲9500", "", "与第1版相比：不再列入甲。"],
    [
      "several at once",
      "甲9500 乙9000",
      "丙9000 甲9400",
      "与第1版相比：新增丙；不再列入乙；甲的评价分数由95分改为94分。",
    ],
  ])("%s", (_what, before, after, sentence) => {
    expect(said(before, after)).toBe(sentence);
  });

  test("another name is told, points that were not there before too", () => {
    const before = [{ id: "a", name: "鉴湖新村", total: null }];
    const after = [{ id: "a", name: "鉴湖新村（一期）", total: 9000 }];

    expect(versionPhrases.difference(2, differenceOf(before, after))).toBe(
      "与第2版相比：“鉴湖新村”改名为“鉴湖新村（一期）”；鉴湖新村（一期）的评价分数由无改为90分。",
    );
  });
});
