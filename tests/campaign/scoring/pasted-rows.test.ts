import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shaoxing } from "../../../demo/demonstration.ts";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import type { ScoreRules } from "../../../src/platform/conversation/score-rules.ts";

const { rubric } = shaoxing().definition;
const rules: ScoreRules = {
  sections: rubric.sections.map(({ id, numeral, name, criteria }) => ({
    ...{ id, numeral, name },
    rows: criteria.map(({ id: row, maxPoints, knockOut, short, text }) => ({
      ...{ id: row, maxPoints, knocksOut: knockOut },
      wording: `${short} ${text}`,
    })),
  })),
  step: 1,
};
const rowsOf = (text: string): string[] => {
  const line = readScoreLine(rules, text);
  return line.kind === "points"
    ? line.entries.map(({ row, points, reason }) => `${row} ${points}${reason === undefined ? "" : ` ${reason}`}`)
    : [line.kind];
};

describe("points numbered by whoever writes them", () => {
  test.each([
    [
      "二、业委会运行规范\n1. 6\n2. 3\n3. ５（经费开支未公布）\n4. 5",
      ["2-1 6", "2-2 3", "2-3 5 经费开支未公布", "2-4 5"],
    ],
    [
      "四、部门协同治理秩序好\n1、3分\n2、3分\n3、3分\n4、3分\n5、2分\n6、2分　厨余分类不准\n7、２",
      ["4-1 3", "4-2 3", "4-3 3", "4-4 3", "4-5 2", "4-6 2 厨余分类不准", "4-7 2"],
    ],
    [
      "①3-4 4 ②3-5 5 ③3-6 4 绿化缺株约20㎡ ④3-7 5 ⑤3-8 4 ⑥3-9 5",
      ["3-4 4", "3-5 5", "3-6 4 绿化缺株约20㎡", "3-7 5", "3-8 4", "3-9 5"],
    ],
    ["（1）3-4 4 （2）3-5 5 （3）3-6 4 绿化缺株", ["3-4 4", "3-5 5", "3-6 4 绿化缺株"]],
    ["3-6\t4\t绿化缺株约20㎡", ["3-6 4 绿化缺株约20㎡"]],
    ["3-4 4 见图② 3-5 5", ["3-4 4 见图②", "3-5 5"]],
  ])("%j: each row its own", (text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  test.each(["4-6 2 厨余分类不准\n7、2", "4-6 2 厨余分类不准；７、２分", "4-6 2 厨余分类不准\n②3分", "3-5 4 同③3-6 5"])(
    "%j: points of another row are no part of a reason",
    (text) => {
      expect(rowsOf(text)).toEqual(["retry"]);
    },
  );

  test.each([
    ["3-6 4 绿化缺株\n12、13号楼之间", "3-6 4 绿化缺株；12、13号楼之间"],
    ["1-2 3 缺签到表\n2 人未到", "1-2 3 缺签到表；2 人未到"],
  ])("%j goes on with its reason", (text, row) => {
    expect(rowsOf(text)).toEqual([row]);
  });

  test("circled, bracketed or plain, on one line or on many: no row is lost or in the reason of another", () => {
    const rows = rubric.sections.slice(0, 4).flatMap(({ criteria }) => criteria.filter(({ knockOut }) => !knockOut));
    const some = fc.uniqueArray(fc.constantFrom(...rows), { selector: ({ id }) => id, minLength: 2, maxLength: 8 });
    const why = fc.constantFrom(undefined, "绿化缺株约20㎡", "会议记录缺2次", "公示栏陈旧");
    const check = fc.property(
      some.chain((all) => fc.tuple(...all.map((row) => fc.record({ row: fc.constant(row), why })))),
      fc.constantFrom(" ", "\n", "；"),
      fc.constantFrom(
        (at: number) => "①②③④⑤⑥⑦⑧"[at],
        (at: number) => `（${at + 1}）`,
      ),
      (all, mark, numberOf) => {
        const said = all.map(({ row, why: reason }) => `${row.id} ${row.maxPoints}${reason ? ` ${reason}` : ""}`);
        expect(rowsOf(said.map((one, at) => `${numberOf(at)}${one}`).join(mark))).toEqual(said);
      },
    );
    fc.assert(check, { seed: 20_231_101, numRuns: 300 });
  });
});
