import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { criteriaOf } from "../../../src/campaign/scoring/rubric.ts";
import { readScoreLine } from "../../../src/platform/conversation/score-line.ts";
import { namedRows } from "../../../src/platform/conversation/score-named.ts";
import { showEntries } from "../../../src/platform/conversation/score-readings.ts";
import type { ScoreRules } from "../../../src/platform/conversation/score-rules.ts";
import { shaoxing } from "../../campaign/definition/support/shaoxing.ts";

const { rubric } = shaoxing;
const rules: ScoreRules = {
  sections: rubric.sections.map(({ id, numeral, name, criteria }) => ({
    ...{ id, numeral, name },
    rows: criteria.map((one) => ({ id: one.id, maxPoints: one.maxPoints, wording: `${one.short} ${one.text}` })),
  })),
  step: 1,
};
const read = (typed: string): string => {
  const line = readScoreLine(rules, typed);
  return line.kind === "points" ? showEntries(line.entries) : line.kind;
};

describe("words of the row between its number and its points", () => {
  test.each([
    ["3-6 绿化四分", "3-6 4"],
    ["三之六绿化四分因为有几处缺株", "3-6 4 有几处缺株"],
    ["3-6 绿化养护给4分", "3-6 4"],
  ])("%s", (typed, shown) => {
    expect(read(typed)).toBe(shown);
  });

  test.each(["3-6 保安四分", "3-6 扣一分", "3-6 绿化扣一分", "3-6 绿化少一分"])("%s is asked about", (typed) => {
    expect(read(typed)).toBe("retry");
  });
});

describe("rows that are named by words alone are asked about, never guessed", () => {
  test("each word of one row", () => {
    expect(namedRows(rules, "绿化四分")).toEqual(["3-6 4"]);
    expect(namedRows(rules, "嗯绿化先给四分，然后绿化养护五分")).toBeUndefined();
    expect(namedRows(rules, "物业四分")).toBeUndefined();
    expect(namedRows(rules, "绿化扣四分")).toBeUndefined();
    expect(namedRows(rules, "绿化四分有缺株")).toBeUndefined();
  });

  test("whatever words are said, the rows offered have them in their wording, and no number is lost", () => {
    const rows = criteriaOf(rubric).filter(({ short }) => /^\p{Script=Han}{2,8}$/u.test(short));
    const said = fc.uniqueArray(
      fc.tuple(fc.constantFrom(...rows), fc.integer({ min: 0, max: 2 }), fc.constantFrom("", "先给", "是", "打")),
      { minLength: 1, maxLength: 4, selector: ([row]) => row.id },
    );
    const check = fc.property(said, fc.constantFrom("", "，", "然后"), (all, joint) => {
      const typed = all.map(([{ short }, points, verb]) => `${short}${verb}${points}分`).join(joint);
      const found = namedRows(rules, typed);
      const whole = all.map(([{ id }, points]) => `${id} ${points}`);
      expect([whole, undefined]).toContainEqual(found);
    });
    fc.assert(check, { seed: 20_231_101, numRuns: 1000 });
  });
});
