import { expect, test } from "vitest";
import { pairsIn, rowsBeside } from "../../../src/campaign/ranking/compare/rules.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

test.each([
  ["稽山花园 柯岩新村", [["稽山花园", "柯岩新村"]]],
  ["稽山花园、柯岩新村", [["稽山花园", "柯岩新村"]]],
  ["稽山花园 和 柯岩新村", [["稽山花园", "柯岩新村"]]],
  ["稽山花园与柯岩新村", [["稽山花园", "柯岩新村"]]],
  // Which 和 is part of the name is told by the names that there are.
  [
    "稽山花园和和畅苑",
    [
      ["稽山花园", "和畅苑"],
      ["稽山花园和", "畅苑"],
    ],
  ],
  ["稽山花园", []],
  ["甲 乙 丙", []],
  ["", []],
])("%s is read as %j", (typed, pairs) => {
  expect(pairsIn(typed)).toEqual(pairs);
});

test("rows with the same points are counted, those without points on one side are apart", () => {
  const one = new Map([
    ["1-1", 400],
    ["1-2", 300],
    ["1-3", 400],
  ]);
  const other = new Map([
    ["1-1", 400],
    ["1-2", 400],
  ]);
  const { apart, same } = rowsBeside(shaoxing.rubric, one, other);

  expect(apart.map(({ row, points }) => [row.id, points])).toEqual([
    ["1-2", [300, 400]],
    ["1-3", [400, undefined]],
  ]);
  expect(same).toBe(23);
});
