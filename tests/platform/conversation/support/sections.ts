import type { ScoreRules } from "../../../../src/platform/conversation/score-rules.ts";

const section = (id: string, numeral: string, most: readonly number[]) => ({
  id,
  numeral,
  rows: most.map((maxPoints, at) => ({ id: `${id}-${at + 1}`, maxPoints })),
});

/** Sections 6 and 12 of a long sheet, with rows to 6-12. */
export const long: ScoreRules = {
  sections: [
    section(
      "6",
      "六",
      Array.from({ length: 12 }, () => 5),
    ),
    section("12", "十二", [5, 5]),
  ],
  step: 1,
};

/** Half points, a maximum with a half, and a row that knocks out. */
export const tenths: ScoreRules = {
  sections: [
    section("1", "一", [20, 12.5, 7.5]),
    { id: "5", numeral: "五", rows: [{ id: "5-1", maxPoints: 0, knocksOut: true }] },
  ],
  step: 0.5,
};

export const rules: ScoreRules = {
  sections: [
    { ...section("1", "一", [4, 4, 4, 5, 3]), name: "党建引领机制完善" },
    { ...section("2", "二", [6, 3, 6, 5]), name: "业委会运行规范" },
    section("3", "三", [4, 5, 3, 4, 5, 5, 5, 4, 5]),
    section("4", "四", [3, 3, 3, 3, 3, 3, 2]),
  ],
  step: 1,
};
