import { describe, expect, test } from "vitest";
import { lineRules } from "../../../src/campaign/scoring/line-rules.ts";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { showEntries } from "../../../src/platform/conversation/score-readings.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const rules = lineRules(shaoxing, new Map() as never);
const given = rules.sections.flatMap(({ rows }) => rows.map(({ id }) => id));
const read = (text: string, all = { ...rules, given }): string => {
  const line = readScoreLine(all, text);
  if (line.kind === "points") return showEntries(line.entries);
  return line.kind === "retry" ? `? ${[line.readable?.typed ?? "", ...(line.readings ?? [])].join(" | ")}` : line.kind;
};

describe("a row that is named again in the same message", () => {
  test.each([
    [
      "4-1 3分\n4-2 3分\n4-3 2分 更正：4-2 应为2分，理由是投诉办理超期\n4-4 3",
      "4-1 3；4-3 2；4-4 3；4-2 2 投诉办理超期",
    ],
    ["4-1 3\n4-2 3\n更正：4-2改为2分，投诉超期", "4-1 3；4-2 2 投诉超期"],
    ["4-1 3；4-2 3；4-3 2 缺台账。更正：4-2 为2分", "4-1 3；4-3 2 缺台账；4-2 2"],
    ["4-1 3\n4-2 9分\n更正：4-1 2分", "? 4-1 2"],
  ])("%j: the correction holds", (said, expected) => {
    expect(read(said)).toBe(expected);
  });

  test("what it was before is not offered where the words cannot be read", () => {
    expect(read("4-1 3\n4-2 3\n4-3 2 台账缺 另外4-2要再看看")).toBe("? 4-1 3；4-3 2 台账缺");
    expect(read("4-1 3\n4-2 3\n4-2分数待定")).toBe("? ");
  });

  test("更正 of one row alone is its points", () => {
    expect(read("更正：3-7改为5分")).toBe("3-7 5");
  });
});

describe("points of a maximum", () => {
  test.each([
    ["3-9 4/5 车位公示不全", "3-9 4 车位公示不全"],
    ["3-9 3／5（车位公示不全）", "3-9 3 车位公示不全"],
    ["3-9 3分/5分，车位公示不全", "3-9 3 车位公示不全"],
    ["3-9 3/4 车位公示不全", "? 3-9 3 车位公示不全"],
    ["3-9 7/5 车位公示不全", "? "],
    ["3-9 3/4幢无公示", "? "],
  ])("%j: no part of it is in the reason", (said, expected) => {
    expect(read(said)).toBe(expected);
  });
});

describe("what is taken off, and full marks", () => {
  test.each([
    ["2-3扣1没公示，3-5扣2保洁差", "?  | 2-3 5 没公示 | 3-5 3 保洁差"],
    ["2-3扣1没公示", "? 2-3 5 没公示"],
    ["3-5扣2次停电", "? "],
    ["3-7——2（扣1分，监控坏了2个）", "? 3-7 2 监控坏了2个 | 3-7 4 监控坏了2个"],
    ["3-7——4（扣1分，监控坏了2个）", "3-7 4 扣1分，监控坏了2个"],
    ["4-5 2 飞线；4-6 按满分", "4-5 2 飞线；4-6 3"],
  ])("%j", (said, expected) => {
    expect(read(said)).toBe(expected);
  });
});

describe("reasons alone, several on one line", () => {
  test.each(["3-4 没公示 3-5太脏 4-4没人", "3-4没公示，3-5太脏，4-4没人"])("%j: each its own", (said) => {
    expect(read(said)).toBe("3-4 没公示；3-5 太脏；4-4 没人");
    expect(read(said, { ...rules, given: [] })).toBe("? ");
  });

  test.each(["3-4 没公示 3-5也一样", "3-4没公示，见3-5说明"])("%j is asked about", (said) => {
    expect(read(said)).toMatch(/^\?/u);
  });
});

test("a row that cannot be 不适用 is not offered as such", () => {
  expect(read("4-1 3分\n4-3 9分\n4-7 不适用")).toBe("? 4-1 3");
  expect(read("4-1 3\n4-7 不适用")).toBe("? 4-1 3");
});
