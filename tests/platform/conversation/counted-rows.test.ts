import { describe, expect, test } from "vitest";
import { lineRules } from "../../../src/campaign/scoring/line-rules.ts";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { showEntries } from "../../../src/platform/conversation/score-readings.ts";
import { shaoxing } from "../../campaign/definition/support/shaoxing.ts";

const rules = lineRules(shaoxing, new Map() as never);
const items = rules.sections.find(({ id }) => id === "4")?.rows.map(({ id }) => id) ?? [];
const read = (text: string, open: { items?: readonly string[] } = {}): string => {
  const line = readScoreLine({ ...rules, ...open }, text);
  return line.kind === "points" ? showEntries(line.entries) : line.kind;
};

describe("rows counted below the heading of their part, with their own words", () => {
  test.each([
    ["四、部门协同治理秩序好\n1公示电话3分\n2运营单位电话2分 没公示\n3.执法服务3分", "4-1 3；4-2 2 没公示；4-3 3"],
    ["四、\n1公示电话3分\n2.运营单位3分", "4-1 3；4-2 3"],
    ["第四部分\n①公示电话：3\n②运营单位电话 2，没公示", "4-1 3；4-2 2 没公示"],
    ["四、部门协同：1公示电话3分，2运营单位电话2分", "4-1 3；4-2 2"],
    ["四、\n1 3分\n2 2分 记录不全\n3 3分", "4-1 3；4-2 2 记录不全；4-3 3"],
    ["第四部分：\n1.3分\n2.2分记录不全", "4-1 3；4-2 2 记录不全"],
  ])("%j", (text, entries) => {
    expect(read(text)).toBe(entries);
  });

  test("without a heading they are those of the page, where the words are the row's", () => {
    expect(read("1公示电话3分\n4消防通道2分 堵塞", { items })).toBe("4-1 3；4-4 2 堵塞");
    expect(read("1消防通道3分", { items })).toBe("none");
    expect(read("1公示电话3分")).toBe("none");
  });

  test("words of another row beside the number are not taken for it", () => {
    expect(read("四、\n1消防通道3分\n2运营单位电话2分")).not.toContain("4-1");
  });

  test("a single 1.3分 is no first of a list", () => {
    expect(read("四、\n1.3分")).not.toBe("4-1 3");
  });
});

describe("a table that is turned", () => {
  test.each([
    ["条目\t1-1\t1-2\t1-3\n得分\t4\t3\t4\n理由\t\t没开会\t", "1-1 4；1-2 3 没开会；1-3 4"],
    ["1-1\t1-2\t1-3\n4\t3\t4", "1-1 4；1-2 3；1-3 4"],
    ["1-1 1-2 1-3\n4 3 4", "1-1 4；1-2 3；1-3 4"],
    ["1-1\t1-2\n4分\t满分", "1-1 4；1-2 4"],
  ])("%j", (text, entries) => {
    expect(read(text)).toBe(entries);
  });

  test("a column without points is named", () => {
    const line = readScoreLine(rules, "条目\t1-1\t1-2\n得分\t4\t");
    expect(line.kind === "retry" ? line.sentence : "").toContain("1-2没有写分数");
  });
});

describe("a table of the numbers of rows and their points", () => {
  const at = { at: "1-1" };
  test.each([
    ["二、业委会运行规范\n序号\t得分\n1\t6\n2\t3\n3\t5\n4\t5", "2-1 6；2-2 3；2-3 5；2-4 5"],
    ["二、业委会运行规范\n1\t6\n2\t3\n3\t5\n4\t5", "2-1 6；2-2 3；2-3 5；2-4 5"],
    ["第二部分\n序号\t得分\n1\t6\n2\t3", "2-1 6；2-2 3"],
    ["四、部门协同\n编号 分数\n1 3分\n2 2分", "4-1 3；4-2 2"],
  ])("%j below the heading of its part is of its rows", (text, entries) => {
    const line = readScoreLine({ ...rules, ...at } as never, text);
    expect(line.kind === "points" ? showEntries(line.entries) : line.kind).toBe(entries);
  });

  test("of no part it gives no points, and no number of a row is offered as some", () => {
    const line = readScoreLine({ ...rules, ...at } as never, "序号\t得分\n1\t6\n2\t3");
    expect(line).toMatchObject({ kind: "retry" });
    expect(line).not.toHaveProperty("readable");
  });

  test("rows that the part does not have are refused", () => {
    const line = readScoreLine(
      { ...rules, ...at } as never,
      "二、业委会运行规范\n序号\t得分\n1\t6\n2\t3\n3\t5\n4\t5\n5\t4",
    );
    expect(line.kind).toBe("retry");
  });
});
