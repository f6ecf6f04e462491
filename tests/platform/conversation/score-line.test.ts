import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { rules } from "./support/sections.ts";

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
    ["一 4 4 4 5 4", "1-5的分数应为0至3之间的整数，未保存。"],
    ["一 4 4 4 4.5 3", "1-4的分数应为0至5之间的整数，未保存。"],
    ["五 1 2", "没有第五部分，未保存。共有一、二、三、四。"],
  ])("%s is asked again", (typed, sentence) => {
    expect(readScoreLine(rules, typed)).toEqual({ kind: "retry", sentence });
  });

  test("may go by halves where the step says so", () => {
    expect(readScoreLine({ ...rules, step: 0.5 }, "一 4 4 4 4.5 3")).toEqual(first([4, 4, 4, 4.5, 3]));
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
    expect(readScoreLine(rules, typed)).toEqual({ kind: "retry", sentence });
  });

  test.each(["3-5", "３—５。"])("%s alone names the row", (typed) => {
    expect(readScoreLine(rules, typed)).toEqual({ kind: "row", row: "3-5" });
  });
});

test.each(["其余满分", "其余都满分。", "其他全部满分", "剩下的满分"])("%s gives the rest the most", (typed) => {
  expect(readScoreLine(rules, typed)).toEqual({ kind: "rest" });
});

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
      for (const { row, points } of entries) {
        const most = rows.find(({ id }) => id === row)?.maxPoints ?? -1;
        expect(points >= 0 && points <= most && Number.isInteger(points)).toBe(true);
      }
    }),
  );
});
