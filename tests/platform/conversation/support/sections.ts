import type { ScoreRules } from "../../../../src/platform/conversation/score-line.ts";

const section = (id: string, numeral: string, most: readonly number[]) => ({
  id,
  numeral,
  rows: most.map((maxPoints, at) => ({ id: `${id}-${at + 1}`, maxPoints })),
});

export const rules: ScoreRules = {
  sections: [
    section("1", "一", [4, 4, 4, 5, 3]),
    section("2", "二", [6, 3, 6, 5]),
    section("3", "三", [4, 5, 3, 4, 5, 5, 5, 4, 5]),
    section("4", "四", [3, 3, 3, 3, 3, 3, 2]),
  ],
  step: 1,
};
