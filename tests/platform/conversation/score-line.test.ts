import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { showEntries } from "../../../src/platform/conversation/score-readings.ts";
import { readReasoned } from "../../../src/platform/conversation/score-reason.ts";
import { long, rules, tenths } from "./support/sections.ts";

const first = (points: readonly number[]) => ({
  kind: "points",
  section: "1",
  entries: points.map((value, at) => ({ row: `1-${at + 1}`, points: value })),
});

describe("a section's points in one line", () => {
  test.each([
    "一 4 4 4 5 3",
    "一　４　４　４　５　３",
    "一：4，4，4，5，3。",
    "一、4、4、4、5、3",
    "一 四 四 四 五 三",
    "第一部分 4分 4分 4分 5分 3分",
    "一 44453",
    "一满分",
    "一 4 4 满分 5 满分",
    "1 4 4 4 5 3",
  ])("%s", (typed) => {
    expect(readScoreLine(rules, typed)).toEqual(first([4, 4, 4, 5, 3]));
  });

  test("may contain nothing but zeros", () => {
    expect(readScoreLine(rules, "一 0 0 0 0 0")).toEqual(first([0, 0, 0, 0, 0]));
  });

  test.each([
    ["一 4 4 4 5", "第一部分有5个条目，收到4个分数，未保存。请按顺序写满5个，例如：一 3 3 3 3 3。"],
    ["二 6 3 6 5 1", "第二部分有4个条目，收到5个分数，未保存。请按顺序写满4个，例如：二 3 3 3 3。"],
    [
      "一 4 4 4 5 4",
      "1-5的分数应为0至3之间的整数，未保存。其余4项可以记录：1-1 4；1-2 4；1-3 4；1-4 5。请点击「记录其余4项」，或改正后整条重新发送。",
    ],
    [
      "一 4 4 4 4.5 4",
      "1-4的分数应为0至5之间的整数，未保存。1-5的分数应为0至3之间的整数，未保存。其余3项可以记录：1-1 4；1-2 4；1-3 4。请点击「记录其余3项」，或改正后整条重新发送。",
    ],
    ["五 1 2", "没有第五部分，未保存。共有一、二、三、四。"],
  ])("%s is asked again", (typed, sentence) => {
    expect(readScoreLine(rules, typed)).toMatchObject({ kind: "retry", sentence });
  });

  test("may go by halves where the step says so", () => {
    expect(readScoreLine({ ...rules, step: 0.5 }, "一 4 4 4 4.5 3")).toEqual(first([4, 4, 4, 4.5, 3]));
  });
});

describe("a sheet with rows of two digits and more than ten sections", () => {
  test.each([
    ["6-10 4", { kind: "points", entries: [{ row: "6-10", points: 4 }] }],
    ["6-10", { kind: "row", row: "6-10" }],
    ["6-1 0", { kind: "points", entries: [{ row: "6-1", points: 0 }] }],
    ["六-十二 5", { kind: "points", entries: [{ row: "6-12", points: 5 }] }],
    ["12-1 3 缺少记录", { kind: "points", entries: [{ row: "12-1", points: 3, reason: "缺少记录" }] }],
    ["十二-一 3", { kind: "points", entries: [{ row: "12-1", points: 3 }] }],
    [
      "十二 3 4",
      {
        kind: "points",
        section: "12",
        entries: [
          { row: "12-1", points: 3 },
          { row: "12-2", points: 4 },
        ],
      },
    ],
  ])("%s", (typed, line) => {
    expect(readScoreLine(long, typed)).toEqual(line);
  });

  test("6-13 is no row of it", () => {
    expect(readScoreLine(long, "6-13 4")).toEqual({
      kind: "retry",
      sentence: "没有6-13这个条目，未保存。条目为6-1至6-12、12-1至12-2。",
    });
  });
});

describe("halves, tenths and rows that knock out", () => {
  test.each([
    ["1-2 12.5", [{ row: "1-2", points: 12.5 }]],
    ["1-2 满分", [{ row: "1-2", points: 12.5 }]],
    ["1-2 七点五", [{ row: "1-2", points: 7.5 }]],
    ["5-1 通过", [{ row: "5-1", points: 0, knockedOut: false }]],
    ["5-1 否决 有违章搭建", [{ row: "5-1", points: 0, knockedOut: true, reason: "有违章搭建" }]],
    ["5-1，不通过", [{ row: "5-1", points: 0, knockedOut: true }]],
  ])("%s", (typed, entries) => {
    expect(readScoreLine(tenths, typed)).toEqual({ kind: "points", entries });
  });

  test.each([
    ["一 20 12.5 7.5", "1", [20, 12.5, 7.5]],
    ["一 满分", "1", [20, 12.5, 7.5]],
  ])("%s gives a section", (typed, section, points) => {
    expect(readScoreLine(tenths, typed)).toEqual({
      kind: "points",
      section,
      entries: points.map((value, at) => ({ row: `1-${at + 1}`, points: value })),
    });
  });

  test("五 通过 answers every row of the section", () => {
    expect(readScoreLine(tenths, "五 通过")).toEqual({
      kind: "points",
      section: "5",
      entries: [{ row: "5-1", points: 0, knockedOut: false }],
    });
  });

  test.each([
    ["1-2 12.6", "1-2的分数应为0至12.5之间的数，以0.5为一档，未保存。"],
    ["1-2 7.3", "1-2的分数应为0至12.5之间的数，以0.5为一档，未保存。"],
    ["1-2 通过", "「通过」不是分数，未保存。分数请写数字，理由请写在「条目 分数」之后，例如：1-2 3 理由。"],
    ["5-1 0", "5-1请回复「通过」或「否决」，未保存。理由请写在后面，例如：5-1 否决 理由。"],
    ["五 0", "5-1请回复「通过」或「否决」，未保存。理由请写在后面，例如：5-1 否决 理由。"],
  ])("%s is asked again", (typed, sentence) => {
    expect(readScoreLine(tenths, typed)).toMatchObject({ kind: "retry", sentence });
  });
});

describe("one row's points", () => {
  test.each([
    ["3-5 4", { row: "3-5", points: 4 }],
    ["３－５　４", { row: "3-5", points: 4 }],
    ["3—5：4分", { row: "3-5", points: 4 }],
    ["三-五 四", { row: "3-5", points: 4 }],
    ["3-5 满分", { row: "3-5", points: 5 }],
    ["1-2 3 联席会议记录不全", { row: "1-2", points: 3, reason: "联席会议记录不全" }],
    ["1-2，3分，缺少 2022 年的记录，共3份。", { row: "1-2", points: 3, reason: "缺少 2022 年的记录，共3份" }],
    ["1-2 0", { row: "1-2", points: 0 }],
  ])("%s", (typed, entry) => {
    expect(readScoreLine(rules, typed)).toEqual({ kind: "points", entries: [entry] });
  });

  test.each([
    ["3-5 6", "3-5的分数应为0至5之间的整数，未保存。"],
    ["3-5 -1", "3-5的分数应为0至5之间的整数，未保存。"],
    ["3-5 4.5", "3-5的分数应为0至5之间的整数，未保存。"],
    ["3-10 4", "没有3-10这个条目，未保存。条目为1-1至1-5、2-1至2-4、3-1至3-9、4-1至4-7。"],
    ["1-2 一般", "「一般」不是分数，未保存。分数请写数字，理由请写在「条目 分数」之后，例如：1-2 3 理由。"],
    [
      "1-2 3名党员未到位",
      "「3名党员未到位」不是分数，未保存。分数请写数字，理由请写在「条目 分数」之后，例如：1-2 3 理由。",
    ],
  ])("%s is asked again", (typed, sentence) => {
    expect(readScoreLine(rules, typed)).toMatchObject({ kind: "retry", sentence });
  });

  test.each(["3-5", "３—５。"])("%s alone names the row", (typed) => {
    expect(readScoreLine(rules, typed)).toEqual({ kind: "row", row: "3-5" });
  });
});

describe("several rows in one message", () => {
  const rows = [
    { row: "1-1", points: 4 },
    { row: "1-2", points: 3, reason: "会议记录不全" },
    { row: "1-3", points: 4 },
  ];

  test.each([
    "1-1 4\n1-2 3 会议记录不全\n1-3 4",
    "1-1 4；1-2 3 会议记录不全；1-3 4",
    "1-1 4，1-2 3 会议记录不全，1-3 4。",
    "1-1 4 1-2 3 会议记录不全 1-3 4",
    "1-1：4分；\r\n1-2：3分，会议记录不全；\r\n1-3：4分",
    "１－１　４\n一—二 三 会议记录不全\n1-3 4",
  ])("%j", (typed) => {
    expect(readScoreLine(rules, typed)).toEqual({ kind: "points", entries: rows });
  });

  test("may end with 其余满分", () => {
    expect(readScoreLine(rules, "1-2 3 会议记录不全\n其余满分")).toEqual({
      kind: "points",
      entries: [rows[1]],
      rest: true,
    });
  });

  test("may be sections", () => {
    expect(readScoreLine(rules, "一 4 4 4 5 3\n1-5 2")).toMatchObject({ kind: "retry" });
    expect(readScoreLine(rules, "一 4 4 4 5 3；2-1 6")).toMatchObject({ kind: "points", entries: { length: 6 } });
  });

  test.each([
    ["1-2 3 与1-3重复", { row: "1-2", points: 3, reason: "与1-3重复" }],
    ["1-2 3 见1-3，4号楼未整改", { row: "1-2", points: 3, reason: "见1-3，4号楼未整改" }],
    ["1-2 3 缺签到表；缺照片", { row: "1-2", points: 3, reason: "缺签到表；缺照片" }],
    ["1-2 2，5号楼堆物", { row: "1-2", points: 2, reason: "5号楼堆物" }],
  ])("%s is one, its reason whole", (typed, entry) => {
    expect(readScoreLine(rules, typed)).toEqual({ kind: "points", entries: [entry] });
  });

  test.each(["1-2 2．5", "1-2 2。5", "1-2 2，5", "1-2 2分半", "1-2 两分半", "1-2 2.5分"])(
    "%s gives halves where the step says so",
    (typed) => {
      const entries = [{ row: "1-2", points: 2.5 }];
      expect(readScoreLine({ ...rules, step: 0.5 }, typed)).toEqual({ kind: "points", entries });
      expect(readScoreLine(rules, typed)).toMatchObject({ kind: "retry" });
    },
  );

  test.each([
    ["1-1 4\n1-2 9\n1-3 4", "1-2的分数应为0至4之间的整数，未保存。"],
    ["1-1 4；1-2；1-3 4", "1-2没有写分数，未保存。"],
    ["今日会议\n1-1 4\n1-3 4", "「今日会议」不是条目和分数，未保存。"],
  ])("%j records nothing, names what is wrong and offers the rest", (typed, sentence) => {
    expect(readScoreLine(rules, typed)).toMatchObject({
      kind: "retry",
      sentence: `${sentence}其余2项可以记录：1-1 4；1-3 4。请点击「记录其余2项」，或改正后整条重新发送。`,
      readable: { entries: 2, typed: "1-1 4；1-3 4" },
    });
  });

  test("names a row once", () => {
    expect(readScoreLine(rules, "1-1 4；1-1 3")).toMatchObject({
      kind: "retry",
      sentence: "1-1写了不止一次，未保存。请每个条目只写一次。",
    });
  });

  test("shown, they read as the same again", () => {
    expect(readScoreLine(rules, showEntries(rows))).toEqual({ kind: "points", entries: rows });
  });
});

test.each(["其余满分", "其余都满分。", "其他全部满分", "剩下的满分", "其余mf"])(
  "%s gives the rest the most",
  (typed) => {
    expect(readScoreLine(rules, typed)).toEqual({ kind: "rest" });
  },
);

test.each(["", "进度", "一个小区", "2 1 3", "三十", "10.20", "2023-10-20", "4", "一", "13812345678", "其余"])(
  "%j is no line of points",
  (typed) => {
    expect(readScoreLine(rules, typed)).toEqual({ kind: "none" });
  },
);

test("whatever is typed, no points leave their range", () => {
  const pieces = fc.constantFrom(..."一二三四五0123456789- ，。分满理由－\n");
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
      const line = readScoreLine(rules, parts.join(""));
      const entries = line.kind === "points" ? line.entries : [];
      const rows = rules.sections.flatMap((section) => section.rows);
      for (const { row, points = 0 } of entries) {
        const most = rows.find(({ id }) => id === row)?.maxPoints ?? -1;
        expect(points >= 0 && points <= most && Number.isInteger(points)).toBe(true);
      }
    }),
  );
});

describe("several rows at once, as people say it", () => {
  const given = (typed: string) => {
    const line = readScoreLine(rules, typed);
    return line.kind === "points" ? line.entries.map(({ row, points, reason }) => [row, points, reason]) : line.kind;
  };

  test.each([
    "1-1、1-2各4分",
    "1-1，1-2各4分",
    "1-1和1-2都是4分",
    "1-1 1-2 均4",
    "1-1得4分，1-2得4分",
    "1-1改为4，1-2改为4",
  ])("%s", (typed) => {
    expect(given(typed)).toEqual([
      ["1-1", 4, undefined],
      ["1-2", 4, undefined],
    ]);
  });

  test("a range of rows, with one reason for each", () => {
    expect(given("1-1到1-3都是3 台账不全")).toEqual([
      ["1-1", 3, "台账不全"],
      ["1-2", 3, "台账不全"],
      ["1-3", 3, "台账不全"],
    ]);
  });

  test.each(["1-1、1-9各4分", "1-3至1-1都是4", "1-1，1-2各9分", "1-1满分其余0"])(
    "%s is refused, and nothing of it is a reason",
    (typed) => {
      expect(given(typed)).toBe("retry");
    },
  );
});

describe("points as they are spoken and pasted", () => {
  const items = { ...rules, items: ["1-1", "1-2", "1-3", "1-4", "1-5"] };
  const given = (typed: string, by = rules) => {
    const line = readScoreLine(by, typed);
    return line.kind === "points" ? line.entries.map(({ row, points, reason }) => [row, points, reason]) : line;
  };

  test.each([
    ["一杠二打三分", [["1-2", 3, undefined]]],
    ["嗯一杠二打三分 因为联席会议少", [["1-2", 3, "联席会议少"]]],
    [
      "一之二 3分，一杠三四分",
      [
        ["1-2", 3, undefined],
        ["1-3", 4, undefined],
      ],
    ],
    ["一杠二 不对 应该是四分", [["1-2", 4, undefined]]],
    ["一点二改成三分 联席会议少开了一次", [["1-2", 3, "联席会议少开了一次"]]],
    ["第一部分第二项3分", [["1-2", 3, undefined]]],
    ["1-1改3", [["1-1", 3, undefined]]],
    [
      "1-1改3，1-2改4",
      [
        ["1-1", 3, undefined],
        ["1-2", 4, undefined],
      ],
    ],
    ["3-1（4分）：4分", [["3-1", 4, undefined]]],
    ["3-6：4分（绿化有缺失）", [["3-6", 4, "绿化有缺失"]]],
    ["1-2 3 理由：会议少", [["1-2", 3, "会议少"]]],
    [
      "3-1\t物业服务企业信用状况\t4\t4\n3-4\t\t4\t3\t保安少",
      [
        ["3-1", 4, undefined],
        ["3-4", 3, "保安少"],
      ],
    ],
    ["条目\t评选标准\t分值\t得分\n3-1\t信用\t4\t4", [["3-1", 4, undefined]]],
    ["3-1\t3\t保安少", [["3-1", 3, "保安少"]]],
  ])("%j", (typed, entries) => {
    expect(given(typed)).toEqual(entries);
  });

  test("items are counted in the part that is open; where none is, it is asked which", () => {
    expect(given("第一项四分 第二项三分 第5项3分", items)).toEqual([
      ["1-1", 4, undefined],
      ["1-2", 3, undefined],
      ["1-5", 3, undefined],
    ]);
    expect(given("第六项四分", items)).toMatchObject({
      kind: "retry",
      sentence: "本部分没有「第六项」，未保存。条目为1-1、1-2、1-3、1-4、1-5。",
    });
    expect(given("第一项四分")).toMatchObject({
      kind: "retry",
      sentence: "「第一项」指哪一条不明确，未保存。请写明条目编号。",
    });
  });

  test.each([
    "一、党建引领机制完善：4 4 4 5 3",
    "第一部分 党建引领机制完善（20分） 4 4 4 5 3",
    "党建引领机制完善：4 4 4 5 3",
    "一、党建引领机制：4 4 4 5 3",
  ])("%s: a part with its name", (typed) => {
    expect(readScoreLine(rules, typed)).toEqual(first([4, 4, 4, 5, 3]));
  });

  test.each([
    [
      "一、业委会运行规范：4 4 4 5 3",
      "「业委会运行规范」与第一部分的名称（党建引领机制完善）不一致，未保存。请核对是哪一部分。",
    ],
    ["一、党建引领机制完善：4 4 4 5", "第一部分有5个条目，收到4个分数，未保存。请按顺序写满5个，例如：一 3 3 3 3 3。"],
    [
      "3-5扣一分 停车乱",
      "3-5「扣一分」请写明得分，未保存。从满分中扣减的，为4分。确是如此的，请点击「记为「3-5 4 停车乱」」，或改正后重新发送。",
    ],
  ])("%s is asked about", (typed, sentence) => {
    expect(readScoreLine(rules, typed)).toMatchObject({ kind: "retry", sentence });
  });

  test("a table with one number a row does not say whether it is full marks or points", () => {
    expect(readScoreLine(rules, "3-1\t信用状况\t4\n3-2\t满意度\t5")).toMatchObject({
      kind: "retry",
      readable: { entries: 2, typed: "3-1 4；3-2 5", doubtful: true },
    });
  });

  test("every row that cannot be recorded is named, and exactly the others are offered", () => {
    const typed = "3-1 9\n3-2：5\n3-4：3.5分 保安少\n3-5：五分\n3-9：4，活动偏少\n大概就这样";

    expect(readScoreLine(rules, typed)).toMatchObject({
      sentence:
        "3-1的分数应为0至4之间的整数，未保存。3-4的分数应为0至4之间的整数，未保存。「大概就这样」没有作为3-9的理由，未保存。其余3项可以记录：3-2 5；3-5 5；3-9 4 活动偏少。请点击「记录其余3项」，或改正后整条重新发送。",
      readable: { entries: 3, typed: "3-2 5；3-5 5；3-9 4 活动偏少" },
    });
    expect(readScoreLine(rules, "1-2 9；其余满分；1-3 4")).toMatchObject({
      sentence:
        "1-2的分数应为0至4之间的整数，未保存。“其余满分”待以上条目明确后再写。其余1项可以记录：1-3 4。请点击「记录其余1项」，或改正后整条重新发送。",
    });
  });
});

describe("points and a reason for the row that is asked about", () => {
  test.each([
    ["五分 因为业主大会开得比较晚", { points: "五", reason: "业主大会开得比较晚" }],
    ["3 会议少", { points: "3", reason: "会议少" }],
    ["嗯 3分，理由：会议少", { points: "3", reason: "会议少" }],
    ["2 3号楼停车乱", { points: "2", reason: "3号楼停车乱" }],
    ["两分半（绿化缺失）", undefined],
    ["满分 无异议", { points: "满分", reason: "无异议" }],
  ])("%s", (typed, read) => {
    expect(readReasoned(typed)).toEqual(read);
  });

  test.each(["3", "三个部门都到场", "3 4 4", "4 4分", "3名党员未到", "3 ok", "三"])("%s is none", (typed) => {
    expect(readReasoned(typed)).toBeUndefined();
  });
});
