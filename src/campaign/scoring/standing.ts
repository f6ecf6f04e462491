import { knockOutRows, reachesPassMark } from "../definition/rubric-points.ts";
import { rubricTotalOf } from "./points.ts";
import type { Criterion, Rubric } from "./rubric.ts";
import type { ScoreSheet } from "./score-sheet.ts";

/** Reason against recommending, ranking or selecting a scored case. */
export type Bar =
  /** 一票否决 */
  | { kind: "knockedOut"; rows: readonly Criterion[] }
  /** Totals in hundredths. */
  | { kind: "belowPassMark"; passMark: number; total: number };

/** Bar from the points of a finalized sheet; undefined if there is none. */
export function barOf(rubric: Rubric, sheet: Pick<ScoreSheet, "scores">): Bar | undefined {
  const rows = knockedOutBy(rubric, sheet);
  if (rows.length > 0) return { kind: "knockedOut", rows };
  const total = rubricTotalOf(rubric, sheet);
  if (rubric.passMark === undefined || reachesPassMark(rubric, total)) return undefined;
  return { kind: "belowPassMark", passMark: rubric.passMark, total: total.total };
}

/** Rows with 否决, in the plan's order. */
export const knockedOutBy = (rubric: Rubric, { scores }: Pick<ScoreSheet, "scores">): Criterion[] =>
  knockOutRows(rubric).filter(({ id }) => scores.get(id)?.state === "requirementNotMet");
