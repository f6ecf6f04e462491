import { describe, expect, test } from "vitest";
import { wrapEvenly, wrapText } from "../../../../src/platform/documents/picture/wrap-text.ts";

/** A Chinese character is two wide, a Latin one is one. */
const measure = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[\u0020-\u007e]/.test(sign) ? 1 : 2), 0);

describe("a text in a column of ten characters", () => {
  test.each([
    ["fits to the last character", "一二三四五六七八九十", ["一二三四五六七八九十"]],
    ["goes on below from the eleventh", "一二三四五六七八九十甲", ["一二三四五六七八九十", "甲"]],
    [
      "takes a character along for a mark that may not begin a line",
      "一二三四五六七八九十。",
      ["一二三四五六七八九", "十。"],
    ],
    ["takes along what two marks in a row need", "一二三四五六七八九十”。", ["一二三四五六七八九", "十”。"]],
    ["opens a quotation on the next line", "一二三四五六七八九“十”", ["一二三四五六七八九", "“十”"]],
    ["keeps a number whole", "一二三四五六七八九123.45元", ["一二三四五六七八九", "123.45元"]],
    ["cuts what is longer than a line", "A".repeat(23), ["A".repeat(20), "AAA"]],
    ["keeps its paragraphs", "一\n\n二", ["一", "", "二"]],
    ["breaks a line of nothing but marks anywhere", "，".repeat(11), ["，".repeat(10), "，"]],
    [
      "loses no blank within a line, and needs none at its end",
      "一二 三四五六七八九十 甲",
      ["一二 三四五六七八九", "十 甲"],
    ],
  ])("%s", (_what, text, lines) => {
    expect(wrapText(text, 20, measure)).toEqual(lines);
  });

  test("that is a title has lines of about the same length", () => {
    expect(wrapEvenly("一二三四五六七八九十甲乙", 20, measure)).toEqual(["一二三四五六", "七八九十甲乙"]);
  });
});
