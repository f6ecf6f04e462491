import { describe, expect, test } from "vitest";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { showEntries } from "../../../src/platform/conversation/score-readings.ts";
import type { ScoreRules } from "../../../src/platform/conversation/score-rules.ts";

const rules: ScoreRules = {
  step: 1,
  sections: [
    {
      id: "4",
      numeral: "四",
      name: "部门协同治理秩序好",
      rows: [3, 3, 3, 3, 3, 3, 2].map((maxPoints, at) => ({ id: `4-${at + 1}`, maxPoints })),
    },
  ],
};
const read = (typed: string) => {
  const line = readScoreLine(rules, typed);
  return line.kind === "points" ? line.entries : line.kind === "retry" ? line.sentence : line.kind;
};

describe("不适用 with its reason", () => {
  test.each([
    ["4-2 不适用 小区没有集中供热"],
    ["4-2不适用，小区没有集中供热"],
    ["4-2 不适用（小区没有集中供热）"],
    ["4-2 记为不适用 理由：小区没有集中供热"],
    ["4-2：不适用 因为小区没有集中供热"],
    ["不适用 4-2 小区没有集中供热"],
    ["四杠二不适用 小区没有集中供热"],
    ["4-2\t运营单位电话\t3\t不适用\t小区没有集中供热"],
  ])("%s", (typed) => {
    expect(read(typed)).toEqual([{ row: "4-2", notApplicable: true, reason: "小区没有集中供热" }]);
  });

  test("without a reason is read, too: whether one is needed is for the sheet to say", () => {
    expect(read("4-2 不适用")).toEqual([{ row: "4-2", notApplicable: true }]);
  });

  test("stands among the points of a part, or behind another row", () => {
    expect(read("四 3 不适用 3 3 3 3 2")).toEqual([
      { row: "4-1", points: 3 },
      { row: "4-2", notApplicable: true },
      ...[3, 4, 5, 6].map((at) => ({ row: `4-${at}`, points: 3 })),
      { row: "4-7", points: 2 },
    ]);
    expect(read("4-1 3，4-2 不适用 无此设施")).toEqual([
      { row: "4-1", points: 3 },
      { row: "4-2", notApplicable: true, reason: "无此设施" },
    ]);
  });
});

describe("备注 of a row", () => {
  test.each([
    ["4-1 备注 东门已更换", [{ row: "4-1", remark: "东门已更换" }]],
    ["4-1备注：东门已更换", [{ row: "4-1", remark: "东门已更换" }]],
    ["备注 4-1 东门已更换", [{ row: "4-1", remark: "东门已更换" }]],
    ["4-1 2 字迹不清 备注 东门已更换", [{ row: "4-1", points: 2, reason: "字迹不清", remark: "东门已更换" }]],
    ["4-1 3；备注：东门已更换", [{ row: "4-1", points: 3, remark: "东门已更换" }]],
    [
      "4-1 3；备注 4-3 分两批进驻",
      [
        { row: "4-1", points: 3 },
        { row: "4-3", remark: "分两批进驻" },
      ],
    ],
    [
      "4-2 不适用 无集中供热 备注 以电采暖",
      [{ row: "4-2", notApplicable: true, reason: "无集中供热", remark: "以电采暖" }],
    ],
    ["4-1 备注 无", [{ row: "4-1", remark: "" }]],
    ["4-1 2 材料见备注栏", [{ row: "4-1", points: 2, reason: "材料见备注栏" }]],
  ])("%s", (typed, entries) => {
    expect(read(typed)).toEqual(entries);
  });

  test("without its row is asked about, never put under the row that happens to be open", () => {
    expect(read("备注：东门已更换")).toBe("备注请写明是哪一条，未保存，例如：4-1 备注 说明。");
  });
});

test("what is shown can be sent again and reads the same", () => {
  const typed = "4-1 2 字迹不清 备注 东门已更换；4-2 不适用 无集中供热；4-3 备注 无";
  const entries = read(typed);

  expect(typeof entries === "string" ? entries : read(showEntries(entries))).toEqual(entries);
});
