import type { CaseStanding } from "../application/requirements/standing.ts";
import type { Definition } from "../definition/definition.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import { pointRulesIn } from "./points.ts";
import { criterionById } from "./rubric.ts";
import type { GivenScore, ScoreSheet } from "./score-sheet.ts";

/**
 * Points that follow from what was given as figures or stands in the city's lists: only for rows without points that are
 * all or nothing. A row that is not reached carries its figure as the reason.
 */
export function pointsByFigures(
  definition: Definition,
  rulings: RulingsInForce,
  { standing, sheet }: { standing: CaseStanding | undefined; sheet: Pick<ScoreSheet, "scores"> },
): GivenScore[] {
  const { allOrNothing } = pointRulesIn(definition, rulings);
  return (standing?.figures ?? []).flatMap(({ criterion, standing: reached, ground }): GivenScore[] => {
    const row = criterionById(definition.rubric, criterion);
    if (!row || reached === "unclear" || !allOrNothing.includes(criterion) || sheet.scores.has(criterion)) return [];
    return [reached === "met" ? { criterion, points: row.maxPoints } : { criterion, points: 0, reason: ground }];
  });
}
