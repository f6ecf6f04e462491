import fc from "fast-check";
import { expect, test } from "vitest";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { showEntries } from "../../../src/platform/conversation/score-readings.ts";
import type { ScoreRules } from "../../../src/platform/conversation/score-rules.ts";
import { rules } from "./support/sections.ts";

const names = ["党建引领机制完善", "业委会运行规范", "物业服务规范高效", "部门协同治理秩序好"];
const named: ScoreRules = { ...rules, sections: rules.sections.map((one, at) => ({ ...one, name: names[at] ?? "" })) };
const read = (text: string): string => {
  const line = readScoreLine(named, text);
  return line.kind === "points" ? showEntries(line.entries) : line.kind;
};

test.each([
  [
    "一、党建引领机制完善（20分）  得分18\n1. 4分\n2. 3分（会议记录少2次）\n3. 4分\n4. 4分\n5. 3分",
    "1-1 4；1-2 3 会议记录少2次；1-3 4；1-4 4；1-5 3",
  ],
  ["第二部分：\n① 6\n② 3\n③ 5 台账不全\n④ 5", "2-1 6；2-2 3；2-3 5 台账不全；2-4 5"],
  ["二、\n1、6\n2、1（党员占比45％）", "2-1 6；2-2 1 党员占比45％"],
  [
    "四、部门协同 3 3 3 3 2 3 1 （4-5充电桩不够，4-7有家禽）",
    "4-1 3；4-2 3；4-3 3；4-4 3；4-5 2 充电桩不够；4-6 3；4-7 1 有家禽",
  ],
])("%s", (text, entries) => {
  expect(read(text)).toBe(entries);
});

test.each(["五、党建引领\n1、4\n2、3", "一、业委会运行规范\n1、4\n2、3", "四、部门协同 3 3 3 （4-5充电桩不够）"])(
  "%s is asked about: no such section, another's name, too few points",
  (text) => {
    expect(["retry", "none"]).toContain(read(text));
  },
);

test("numbered below its heading every row of a section keeps its points and its reason", () => {
  const check = fc.property(
    fc.constantFrom(...named.sections),
    fc.array(fc.tuple(fc.nat(2), fc.constantFrom("", "台账不全", "会议少2次")), { minLength: 9, maxLength: 9 }),
    fc.constantFrom("n. ", "n、", "（n）", "(n) ", "n) ", "n："),
    fc.constantFrom("", "分"),
    (section, given, mark, unit) => {
      const rows = section.rows.map(({ id, maxPoints }, at) => ({
        id,
        points: Math.max(0, maxPoints - (given[at]?.[0] ?? 0)),
        why: given[at]?.[1] ?? "",
      }));
      const lines = rows.map(
        ({ points, why }, at) => `${mark.replace("n", String(at + 1))}${points}${unit}${why && `（${why}）`}`,
      );
      const expected = rows.map(({ id, points, why }) => `${id} ${points} ${why}`.trim()).join("；");
      const text = [`${section.numeral}、${section.name}`, ...lines].join("\n");
      expect({ text, read: read(text) }).toEqual({ text, read: expected });
    },
  );
  fc.assert(check, { seed: 20230910, numRuns: 300 });
});

test.each([
  ["3-7 5\n3-9 5\n——王工评", "3-7 5；3-9 5"],
  ["陈科 9/12 09:12：2-1 6", "2-1 6"],
  ["「3-6 4 部分黄土裸露」\n改为5分", "3-6 5"],
  ["3-6：4分→5分", "3-6 5"],
  ["按附件2逐条打分如下：\n1-1：4分；1-2：4分", "1-1 4；1-2 4"],
  ["1-2 3 会议由2改为1次", "1-2 3 会议由2改为1次"],
])("what stands beside points, or was there before, is no reason: %s", (text, entries) => {
  expect(read(text)).toBe(entries);
});
