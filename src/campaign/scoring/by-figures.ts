import type { CaseStanding } from "../application/requirements/standing.ts";
import type { Definition } from "../definition/definition.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import { pointRulesIn } from "./points.ts";
import { criterionById } from "./rubric.ts";
import type { GivenScore, ScoreSheet } from "./score-sheet.ts";

/** Points that follow from a figure. */
export interface ProposedPoints {
  points: number;
  /** The figure in words, where the row is not reached: the reason. */
  reason?: string;
}

/**
 * 按数据应为. Points that follow from what was given as figures or stands in the city's lists, by row: only for rows that
 * are all or nothing.
 */
export function proposedPoints(
  definition: Definition,
  rulings: RulingsInForce,
  standing: Pick<CaseStanding, "figures"> | undefined,
): ReadonlyMap<string, ProposedPoints> {
  const { allOrNothing } = pointRulesIn(definition, rulings);
  return new Map(
    (standing?.figures ?? []).flatMap(({ criterion, standing: reached, ground }): [string, ProposedPoints][] => {
      const row = criterionById(definition.rubric, criterion);
      if (!row || reached === "unclear" || !allOrNothing.includes(criterion)) return [];
      return [[criterion, reached === "met" ? { points: row.maxPoints } : { points: 0, reason: ground }]];
    }),
  );
}

/** Of these what the rows without points would get. */
export const pointsByFigures = (
  definition: Definition,
  rulings: RulingsInForce,
  { standing, sheet }: { standing: CaseStanding | undefined; sheet: Pick<ScoreSheet, "scores"> },
): GivenScore[] =>
  [...proposedPoints(definition, rulings, standing)].flatMap(([criterion, proposed]) =>
    sheet.scores.has(criterion) ? [] : [{ criterion, ...proposed }],
  );
