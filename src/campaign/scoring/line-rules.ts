import type { ScoreRules } from "../../platform/conversation/score-rules.ts";
import type { Definition } from "../definition/definition.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import { pointRulesIn } from "./points.ts";
import { problemWith } from "./rules.ts";

/** What typed points are read by: the rows, and why one cannot have the points, in the same sentence as on the card. */
export function lineRules(definition: Definition, rulings: RulingsInForce): ScoreRules {
  const rules = pointRulesIn(definition, rulings);
  const entries = { definition, rules, scores: new Map() };
  return {
    sections: definition.rubric.sections.map(({ id, numeral, name, criteria }) => ({
      ...{ id, numeral, name },
      rows: criteria.map(({ id: row, maxPoints, knockOut, short, text }) => ({
        ...{ id: row, maxPoints, knocksOut: knockOut, allOrNothing: rules.allOrNothing.includes(row) },
        wording: `${short} ${text}`,
      })),
    })),
    step: rules.step,
    notNone: (criterion) =>
      rules.notApplicable.rows.includes(criterion)
        ? undefined
        : problemWith(entries, { criterion, notApplicable: true }),
    unfit: (criterion, points) => problemWith(entries, { criterion, points }),
  };
}
