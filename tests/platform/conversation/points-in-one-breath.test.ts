import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import type { ScoreRules } from "../../../src/platform/conversation/score-rules.ts";
import { rules } from "./support/sections.ts";

const open = (section: number): ScoreRules => ({
  ...rules,
  at: `${section}-1`,
  open: String(section),
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

describe("a part by its number or its name, as it is spoken", () => {
  const two = [6, 3, 6, 5].map((points, at) => [`2-${at + 1}`, points, undefined]);
  test.each([
    "第二部分六分三分六分五分",
    "第二部分是六三六五",
    "业委会部分六三六五",
    "业委会四项分别是六分三分六分五分",
    "业委会运行规范 6 3 6 5",
    "第二部分：6+3+6+5",
    "第二部分都满分",
    "第二部分 6分、3分、6分、5分",
  ])("%s", (typed) => {
    expect(read(typed)).toEqual(two);
  });

  test.each(["业委会第一项六分", "业委会规范第一项六分", "第二部分第一项六分", "二部分一项六分", "2.1 6分"])(
    "%s",
    (typed) => {
      expect(read(typed)).toEqual([["2-1", 6, undefined]]);
    },
  );

  test("a part that is not complete is refused with its form", () => {
    expect(read("第一部分四分四分三分")).toMatch(/^第一部分有5个条目，收到3个分数/u);
    expect(read("第二部分20分")).toMatch(/^第二部分有4个条目，收到1个分数/u);
  });
});

describe("points without their rows", () => {
  const one = [4, 4, 4, 5, 3].map((points, at) => [`1-${at + 1}`, points, undefined]);

  test.each(["四四四五三", "44453", "四分四分四分五分三分", "4 4 4 5 3"])(
    "%s: as many as the open part has",
    (typed) => {
      expect(read(typed)).toEqual(one);
    },
  );

  test("fewer are asked about, from the open row on", () => {
    expect(readScoreLine(open(1), "4 3")).toMatchObject({
      kind: "retry",
      readable: { typed: "1-1 4；1-2 3", doubtful: true },
    });
    expect(read("3 5")).toMatch(/没有写明条目/u);
  });
});

describe("several items with the same points", () => {
  const three = (...rows: readonly string[]) => rows.map((row) => [row, 3, undefined]);
  test.each([
    ["第一项和第三项都三分", three("1-1", "1-3")],
    ["第一项、第二项各3分", three("1-1", "1-2")],
    ["前三项都三分", three("1-1", "1-2", "1-3")],
    ["第二部分第一项到第三项都三分", three("2-1", "2-2", "2-3")],
    ["业委会前三项都三分", three("2-1", "2-2", "2-3")],
  ])("%s", (typed, entries) => {
    expect(read(typed)).toEqual(entries);
  });
});

describe("其余满分 beside rows", () => {
  test.each([
    "1-2 3分其余满分",
    "1-2 3 其余满分",
    "除了1-2三分其余满分",
    "除1-2给3分外，其余都满分",
    "其余满分，1-2 3",
    "其余满分，只有1-2三分",
  ])("%s", (typed) => {
    expect(readScoreLine(open(1), typed)).toEqual({ kind: "points", entries: [{ row: "1-2", points: 3 }], rest: true });
  });

  test.each(["全部满分", "都打满分", "所有条目都给满分"])("%s: what has points stays, so it is asked", (typed) => {
    expect(readScoreLine(open(1), typed)).toMatchObject({ kind: "retry", readable: { typed: "其余满分" } });
  });
});

describe("another row is no part of a reason", () => {
  test.each([
    [
      "1-2给3分主要是会议少 1-3也是3分记录不全",
      [
        ["1-2", 3, "主要是会议少"],
        ["1-3", 3, "记录不全"],
      ],
    ],
    [
      "一杠二三分会议少一杠三同样三分",
      [
        ["1-2", 3, "会议少"],
        ["1-3", 3, undefined],
      ],
    ],
    [
      "第一项我给四分第二项只能给三分因为会议少",
      [
        ["1-1", 4, undefined],
        ["1-2", 3, "会议少"],
      ],
    ],
    [
      "第一项四分第二项不给分",
      [
        ["1-1", 4, undefined],
        ["1-2", 0, undefined],
      ],
    ],
    [
      "嗯第一项四分然后第二项三分还有第三项四分",
      [
        ["1-1", 4, undefined],
        ["1-2", 3, undefined],
        ["1-3", 4, undefined],
      ],
    ],
    [
      "一杠一四一杠二四",
      [
        ["1-1", 4, undefined],
        ["1-2", 4, undefined],
      ],
    ],
    [
      "第一部分全部满分，第二部分第二项两分",
      [...[4, 4, 4, 5, 3].map((points, at) => [`1-${at + 1}`, points, undefined]), ["2-2", 2, undefined]],
    ],
  ])("%s", (typed, entries) => {
    expect(read(typed)).toEqual(entries);
  });

  test.each(["1-2 3分 1-3那条是3分左右", "1-1 3 会议少第二项打算也打个三分"])(
    "%s: asked about where it is not sure",
    (typed) => {
      expect(read(typed)).toMatch(/^1-\d的理由中有另一条的分数/u);
    },
  );
});

test("the same row said twice the same is said once; said otherwise it is asked about", () => {
  expect(read("1-1 4\n1-1 4")).toEqual([["1-1", 4, undefined]]);
  expect(read("1-1 4\n1-1 3")).toMatch(/不止一次/u);
});

test.each(["三杠七扣一分路灯坏", "3-7扣1分 路灯坏"])(
  "%s: what is taken off is asked about with its reason",
  (typed) => {
    expect(readScoreLine(open(3), typed)).toMatchObject({ kind: "retry", readable: { typed: "3-7 4 路灯坏" } });
  },
);

describe("a reason for a row that has its points", () => {
  const scored: ScoreRules = { ...open(1), given: ["1-2", "1-3"] };
  const reasons = (typed: string) => {
    const line = readScoreLine(scored, typed);
    return line.kind === "points" ? line.entries : line.kind;
  };

  test.each(["1-2 会议少；1-3 记录不全", "1-2：会议少，1-3：记录不全", "1-2的理由是会议少\n1-3 理由：记录不全"])(
    "%j",
    (typed) => {
      expect(reasons(typed)).toEqual([
        { row: "1-2", reason: "会议少" },
        { row: "1-3", reason: "记录不全" },
      ]);
    },
  );

  test.each(["1-1 会议少", "1-2 好的", "1-2 比1-3差", "1-2 跳过", "1-2 材料", "1-2 没公示扣两分", "1-2 稍等"])(
    "%s is none",
    (typed) => {
      expect(reasons(typed)).toBe("retry");
    },
  );
});

test.each([
  ["1-2不给分", "1-2"],
  ["一杠二不得分", "1-2"],
  ["2-1没有分", "2-1"],
])("%s is 0", (typed, row) => {
  expect(read(typed)).toEqual([[row, 0, undefined]]);
});

test.each(["三杠十四分", "三杠十", "九杠一四分"])("%s: no such row", (typed) => {
  expect(read(typed)).toMatch(/^没有\d+-\d+这个条目/u);
});

test("what a row cannot have is said as the sheet says it", () => {
  const said: ScoreRules = { ...open(1), unfit: (row, points) => (points > 4 ? `${row}不能为${points}。` : undefined) };
  const sentence = (typed: string) => {
    const line = readScoreLine(said, typed);
    return line.kind === "retry" ? line.sentence : line.kind;
  };

  expect(sentence("1-1 5")).toMatch(/^1-1不能为5。/u);
  expect(sentence("一 4 4 4 5 3")).toMatch(/^1-4不能为5。/u);
  expect(sentence("1-1 4")).toBe("points");
});

test("1-14分, as a telephone writes down 一杠一四分, is asked about", () => {
  expect(readScoreLine(open(1), "1-14分")).toMatchObject({
    kind: "retry",
    readable: { typed: "1-1 4", doubtful: true },
  });
  expect(read("1-19分")).toMatch(/^没有1-19这个条目.*条目为[^「]*$/u);
});
