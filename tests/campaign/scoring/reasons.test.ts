import { expect, test } from "vitest";
import { readReasons } from "../../../src/campaign/scoring/reasons.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const read = (typed: string) => readReasons(shaoxing.rubric, typed);
const reasonsIn = (typed: string) => read(typed).reasons.map(({ criterion, reason }) => [criterion, reason]);

test.each([
  [
    "3-5 照片不全；3-7 记录缺失",
    [
      ["3-5", "照片不全"],
      ["3-7", "记录缺失"],
    ],
  ],
  [
    "3-5 照片不全\n3-7：记录缺失",
    [
      ["3-5", "照片不全"],
      ["3-7", "记录缺失"],
    ],
  ],
  [
    "3-5 照片不全，3-7 记录缺失。",
    [
      ["3-5", "照片不全"],
      ["3-7", "记录缺失"],
    ],
  ],
  [
    "3-5、3-7 照片不全",
    [
      ["3-5", "照片不全"],
      ["3-7", "照片不全"],
    ],
  ],
  [
    "3-5，3-7 照片不全",
    [
      ["3-5", "照片不全"],
      ["3-7", "照片不全"],
    ],
  ],
  ["３－５ 照片不全", [["3-5", "照片不全"]]],
  ["（3-5）照片不全", [["3-5", "照片不全"]]],
  ["3-5 2年无事故", [["3-5", "2年无事故"]]],
  ["3-5 8-9月缺记录，2023年补齐", [["3-5", "8-9月缺记录，2023年补齐"]]],
  ["3-5 缺记录，1号楼无照片；2号楼同", [["3-5", "缺记录，1号楼无照片；2号楼同"]]],
])("%j", (typed, reasons) => {
  expect(reasonsIn(typed)).toEqual(reasons);
});

test("nothing is left out: what has no row, and rows that the rubric does not have", () => {
  expect(read("照片不全；3-5 记录缺失；9-9 其他")).toEqual({
    reasons: [{ criterion: "3-5", reason: "记录缺失" }],
    unknown: [{ row: "9-9", text: "其他" }],
    unnumbered: "照片不全",
  });
});
