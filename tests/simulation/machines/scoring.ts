import { HUNDREDTHS, pointRulesIn, totalPoints } from "../../../src/campaign/scoring/points.ts";
import { criteriaOf } from "../../../src/campaign/scoring/rubric.ts";
import { hundredthsAfter, problemWith, stateAfter } from "../../../src/campaign/scoring/rules.ts";
import type { GivenScore, Score } from "../../../src/campaign/scoring/score-sheet.ts";
import { givenBy, valuesWith } from "../../../src/campaign/scoring/score-values.ts";
import { shaoxing } from "../../campaign/definition/support/shaoxing.ts";
import type { Draw } from "../../shared/draw.ts";
import { equal, type Machine, promise } from "./machine.ts";

const { rubric } = shaoxing;
const rows = criteriaOf(rubric);
const rules = pointRulesIn(shaoxing, new Map());
const NO_WORDS = { reason: undefined, remark: undefined, definitionVersion: 1, givenFor: undefined };
const most = rubric.sections.reduce((sum, { maxPoints }) => sum + maxPoints, 0);

/** Points are given, corrected, repeated and given wrongly, in any order. */
export const scoring: Machine = {
  name: "scoring",
  run(draw) {
    const scores = new Map<string, Score>();
    let values = {};
    for (let count = 0; count < 60; count++) {
      const given = anyScore(draw);
      const context = { definition: shaoxing, rules, scores };
      if (problemWith(context, given) !== undefined) continue;
      values = valuesWith(values, [given]);
      for (let again = 0; again < 2; again++) {
        const state = stateAfter({ scores }, given);
        const hundredths = hundredthsAfter({ ...context, scores }, given);
        scores.set(given.criterion, { ...NO_WORDS, criterion: given.criterion, state, hundredths });
        const row = rows.find(({ id }) => id === given.criterion);
        promise(
          hundredths >= 0 && hundredths <= (row?.maxPoints ?? 0) * HUNDREDTHS,
          "a row has no more than its points",
          given,
        );
        promise(Number.isInteger(hundredths), "points are whole hundredths", hundredths);
      }
    }
    const points = new Map([...scores].map(([id, { hundredths }]) => [id, hundredths]));
    const total = totalPoints(rubric, points);
    promise(total >= 0 && total <= most, "a total is no more than all points", total);
    const shuffled = new Map(draw.shuffled([...points]));
    promise(totalPoints(rubric, shuffled) === total, "a total does not depend on the order");
    promise(equal(valuesWith({}, givenBy(values)), values), "what was given is what is shown", values);
  },
};

function anyScore(draw: Draw): GivenScore {
  const criterion = draw.chance(0.05) ? "9-9" : draw.of(rows).id;
  const points = draw.of([0, 0.5, 1, 2, 3, 4, 5, 6, 7.25, 100, -1, Number.NaN]);
  const reason = draw.of([undefined, "扣分原因", ""]);
  return { criterion, ...(draw.chance(0.8) ? { points } : {}), ...(reason === undefined ? {} : { reason }) };
}
