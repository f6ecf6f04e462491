import { describe, expect, test } from "vitest";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { rules } from "./support/sections.ts";

const beside = (typed: string) => {
  const line = readScoreLine(rules, typed);
  return line.kind === "points" ? { entries: line.entries, beside: line.beside } : line;
};

describe("what stands below pasted points and gives no row any", () => {
  test.each([
    ["4-6\t3\n4-7\t2\n合计\t96", { text: "合计 96", total: { points: 96 } }],
    ["4-6\t3\n4-7\t2\n\n总分：96分", { text: "总分:96分", total: { points: 96 } }],
    ["4-6\t3\n4-7\t2\n小计\t20\t18", { text: "小计 20 18", total: { points: 18, section: "4" } }],
    ["4-6\t3\n4-7\t2\n评分人：张三", { text: "评分人:张三" }],
    ["4-6 3\n4-7 2\n日期：2023年8月15日", { text: "日期:2023年8月15日" }],
    ["4-6 3\n4-7 2\n2023年8月15日", { text: "2023年8月15日" }],
    ["4-6 3\n4-7 2；合计 5", { text: "合计 5", total: { points: 5 } }],
  ])("%j is no reason", (typed, one) => {
    expect(beside(typed)).toEqual({
      entries: [
        { row: "4-6", points: 3 },
        { row: "4-7", points: 2 },
      ],
      beside: [one],
    });
  });

  test.each(["4-7 1 日期不全", "4-7 1\n负责人未到会", "4-7 1\n合计12名党员未报到"])("%j is a reason", (typed) => {
    expect(beside(typed)).toMatchObject({ entries: [{ row: "4-7", reason: expect.any(String) }], beside: undefined });
  });
});

describe("as many numbers as the open section has rows", () => {
  const nine = "四 四 五 三 四 五 五 四 五";

  test("are its points, though the first reads as another section's number", () => {
    const points = { ...rules, open: "3" };
    const three = readScoreLine(points, "四 五 三 四 五 五 五 四 五");
    expect(three).toMatchObject({ kind: "points", section: "3" });
    expect(readScoreLine(points, nine)).toMatchObject({ kind: "retry", sentence: expect.stringContaining("3-3") });
  });

  test("are asked about where another row is open", () => {
    expect(readScoreLine(rules, nine)).toMatchObject({ kind: "retry", sentence: expect.stringContaining("第四部分") });
  });
});
