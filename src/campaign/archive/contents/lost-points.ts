import { HUNDREDTHS } from "../../scoring/points.ts";
import type { Criterion } from "../../scoring/rubric.ts";
import { contentPhrases as phrases } from "./phrases.ts";
import type { PointsChange } from "./points-change.ts";

/** A row of the rubric, and what follows for it from the case's figures as they are now. */
export interface KnownRow {
  row: Criterion;
  byFigures?: { points: number; ground: string } | undefined;
}

/** Whether a row has less than it may have. */
export const isLost = ({ hundredths, state }: PointsChange, { maxPoints, knockOut }: Criterion): boolean =>
  knockOut
    ? state === "requirementNotMet"
    : hundredths !== null && state !== "asDistrict" && hundredths < maxPoints * HUNDREDTHS;

/**
 * Why a row has its points: what the scorer wrote; where it has less than it may have and nothing was written, the figure
 * and rule that give the same, or that nothing was written. Undefined where there is nothing to explain.
 */
export function whyOf(
  change: PointsChange,
  { known, reason }: { known: KnownRow | undefined; reason: string | undefined },
): string | undefined {
  if (change.hundredths === null) return undefined;
  if (reason !== undefined) return phrases.reason(reason);
  if (!known || !isLost(change, known.row)) return undefined;
  const { byFigures } = known;
  if (byFigures && byFigures.points * HUNDREDTHS === change.hundredths) return phrases.byFigures(byFigures);
  return change.clause === undefined ? phrases.noReason() : undefined;
}
