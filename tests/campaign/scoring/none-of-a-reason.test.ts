import { describe, expect, test } from "vitest";
import { lineRules } from "../../../src/campaign/scoring/line-rules.ts";
import { readReasonText } from "../../../src/platform/conversation/reason-line.ts";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const rules = { ...lineRules(shaoxing, new Map()), given: ["1-3", "3-2", "3-4", "3-6"] };
function entriesOf(text: string) {
  const line = readScoreLine(rules, text);
  return line.kind === "points" ? line.entries.map(({ row, points, reason }) => [row, points, reason]) : line;
}

describe("a gesture, or what somebody else answers, is no part of a reason", () => {
  test.each([
    "3-6 3 绿化缺株约5㎡👌",
    "3-6 3 绿化缺株约5㎡\n👌",
    "3-6 3 绿化缺株约5㎡；👍🏻",
    "3-6 3 绿化缺株约5㎡[强]",
    "3-6 3 绿化缺株约5㎡\n章丽：好的",
    "物业 小徐 8/26 10:12\n3-6 给3分吧，绿化缺株约5㎡\n章丽 8/26 10:15\n👌",
  ])("%j", (text) => {
    expect(entriesOf(text)).toEqual([["3-6", 3, "绿化缺株约5㎡"]]);
  });

  test("without words there is no reason", () => {
    expect(entriesOf("3-6 3 👌")).toEqual([["3-6", 3, undefined]]);
    expect(entriesOf("3-6 3 理由：👌")).toEqual([["3-6", 3, undefined]]);
  });

  test("a sign that says something stays", () => {
    expect(entriesOf("3-6 3 红线内✅红线外❌")).toEqual([["3-6", 3, "红线内✅红线外❌"]]);
  });

  test.each(["漏看照片👌", "漏看照片\n章丽 8/26 10:15\n👌", "更正为：漏看照片"])(
    "%j, as a reason on its own",
    (text) => {
      expect(readReasonText(text)).toEqual({ kind: "text", text: "漏看照片" });
    },
  );
});

describe("what leads to a corrected reason is none of it", () => {
  test.each([
    ["3-4理由更正为：电梯维保有一次超期", [["3-4", undefined, "电梯维保有一次超期"]]],
    ["3-4 3 更正为：电梯维保有一次超期", [["3-4", 3, "电梯维保有一次超期"]]],
    ["更正：3-6的理由为“绿化缺株约5㎡”", [["3-6", undefined, "绿化缺株约5㎡"]]],
    [
      "3-2 0 保洁记录缺7月\n更正：3-6的理由为“绿化缺株约5㎡”",
      [
        ["3-2", 0, "保洁记录缺7月"],
        ["3-6", undefined, "绿化缺株约5㎡"],
      ],
    ],
    ["3-6 3 绿化缺株\n更正：3-6的理由为“绿化缺株约5㎡”", [["3-6", 3, "绿化缺株约5㎡"]]],
    ["3-4 ４分——电梯维保有一次超期", [["3-4", 4, "电梯维保有一次超期"]]],
    ["1-3理由：「红色物业」联建协议未续签", [["1-3", undefined, "「红色物业」联建协议未续签"]]],
  ])("%j", (text, entries) => {
    expect(entriesOf(text)).toEqual(entries);
  });

  test("within a reason it is asked about, with what is meant", () => {
    expect(entriesOf("3-4 3 电梯维保有超期，更正为：电梯停运")).toMatchObject({
      kind: "retry",
      readable: { typed: "3-4 3 电梯停运", doubtful: true },
    });
  });
});
