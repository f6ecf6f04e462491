import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import type { ScoreRules } from "../../../src/platform/conversation/score-rules.ts";
import { rules } from "./support/sections.ts";

const open = (section: number): ScoreRules => ({
  ...rules,
  items: rules.sections.find(({ id }) => id === String(section))?.rows.map(({ id }) => id) ?? [],
});

/** Row, points and reason of each entry; the sentence where nothing is recorded. */
const read = (typed: string, at = 1) => {
  const line = readScoreLine(open(at), typed);
  if (line.kind === "points") return line.entries.map(({ row, points, reason }) => [row, points, reason]);
  return line.kind === "retry" ? line.sentence : line.kind;
};

describe("several rows in one breath", () => {
  test.each([
    [
      "第一项四分第二项四分",
      [
        ["1-1", 4, undefined],
        ["1-2", 4, undefined],
      ],
    ],
    [
      "第二部分第一项六分第二项三分",
      [
        ["2-1", 6, undefined],
        ["2-2", 3, undefined],
      ],
    ],
    [
      "二之一六分二之二三分",
      [
        ["2-1", 6, undefined],
        ["2-2", 3, undefined],
      ],
    ],
    [
      "第一项三分理由是联席会议开得少第二项四分",
      [
        ["1-1", 3, "联席会议开得少"],
        ["1-2", 4, undefined],
      ],
    ],
    [
      "三杠七四分设施有点旧三杠九四分巡查记录不全",
      [
        ["3-7", 4, "设施有点旧"],
        ["3-9", 4, "巡查记录不全"],
      ],
    ],
    [
      "1-1 3分 会议少 1-2 3分记录不全",
      [
        ["1-1", 3, "会议少"],
        ["1-2", 3, "记录不全"],
      ],
    ],
    [
      "1-1 4分1-2 3分",
      [
        ["1-1", 4, undefined],
        ["1-2", 3, undefined],
      ],
    ],
    [
      "第一项四分 第二项四分第三项三分第四项五分第五项两分",
      [
        ["1-1", 4, undefined],
        ["1-2", 4, undefined],
        ["1-3", 3, undefined],
        ["1-4", 5, undefined],
        ["1-5", 2, undefined],
      ],
    ],
  ])("%s", (typed, entries) => {
    expect(read(typed)).toEqual(entries);
  });

  test("a half in it is refused by its row, and the others are offered", () => {
    expect(read("第一项四分 第二项四分第三项三分半第四项五分第五项两分半")).toMatch(/^1-3的分数.*1-5的分数.*其余3项/u);
  });

  test.each(["1-1 3 与1-2相比记录较少", "1-1 3 1-2号楼未整改", "1-1 3 二之一期未建"])(
    "%s: a row without points belongs to the reason",
    (typed) => {
      expect(read(typed)).toHaveLength(1);
    },
  );
});

describe("corrected in the same breath", () => {
  test.each([
    ["一杠五改成两分不对还是三分", [["1-5", 3, undefined]]],
    ["第四项是四分不对是五分", [["1-4", 5, undefined]]],
    ["不对三杠七应该是五分", [["3-7", 5, undefined]]],
    ["第五项不对应该是两分", [["1-5", 2, undefined]]],
    ["第五项改成两分", [["1-5", 2, undefined]]],
  ])("%s", (typed, entries) => {
    expect(read(typed)).toEqual(entries);
  });
});

test.each([
  [
    "第一项大概四分第二项就给三分吧",
    [
      ["1-1", 4, undefined],
      ["1-2", 3, undefined],
    ],
  ],
  ["1-1 4分吧", [["1-1", 4, undefined]]],
  [
    "一杠一四分吧一杠二三分",
    [
      ["1-1", 4, undefined],
      ["1-2", 3, undefined],
    ],
  ],
])("%s: words around points say nothing", (typed, entries) => {
  expect(read(typed)).toEqual(entries);
});

describe("no reason", () => {
  test.each(["一杠一四分没有理由", "1-1 4 无理由", "第一项四分，理由没有", "1-1 4 理由：无"])("%s", (typed) => {
    expect(read(typed)).toEqual([["1-1", 4, undefined]]);
  });

  test("the words before a reason are none of it, and a reason may speak of reasons", () => {
    expect(read("1-1 3 理由是会议少")).toEqual([["1-1", 3, "会议少"]]);
    expect(read("1-1 3 理由不充分")).toEqual([["1-1", 3, "理由不充分"]]);
  });
});

test("however rows are strung together, each keeps its own points", () => {
  const figures = ["零", "一", "两", "三"];
  const rows = fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 2 });
  const said = fc.tuple(
    rows,
    fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 }),
    fc.array(fc.constantFrom("", " ", "，", "；", "会议少", "理由是会议少"), { minLength: 5, maxLength: 5 }),
    fc.constantFrom("第", "一杠", "1-"),
  );
  fc.assert(
    fc.property(said, ([items, points, behind, name]) => {
      const of = (item: number) =>
        name === "第"
          ? `第${["一", "二", "三", "四", "五"][item - 1]}项`
          : name === "1-"
            ? `1-${item} `
            : `一杠${["一", "二", "三", "四", "五"][item - 1]}`;
      const typed = items.map((item, at) => `${of(item)}${figures[points[at] ?? 0]}分${behind[at]}`).join("");
      expect(read(typed)).toEqual(
        items.map((item, at) => [`1-${item}`, points[at], behind[at]?.endsWith("会议少") ? "会议少" : undefined]),
      );
    }),
    { seed: 11, numRuns: 200 },
  );
});
