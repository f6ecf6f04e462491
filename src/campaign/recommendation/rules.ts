import type { Application } from "../application/application.ts";
import { isFinalized, totalOf } from "../scoring/points.ts";
import type { ScoreSheet } from "../scoring/score-sheet.ts";

/** A compound that may be recommended: handed in, not excluded, its review finalized. */
export interface ListCandidate {
  application: Application;
  /** 总分 in hundredths. */
  total: number;
  /** Points of the satisfaction row in hundredths: the first measure of L20. */
  satisfaction: number;
}

/** 居民满意度作为评价首要标准 (L20): the row that looks at it. */
const SATISFACTION_ROW = "3-2";

/** The district's candidates, the highest total first, then as handed in. @param sheets the district's, by case */
export function candidatesOf(
  applications: readonly Application[],
  sheets: ReadonlyMap<string, ScoreSheet>,
): ListCandidate[] {
  return applications
    .flatMap((application) => {
      const sheet = sheets.get(application.id);
      if (application.state !== "submitted" || !isFinalized(sheet)) return [];
      const satisfaction = sheet.scores.get(SATISFACTION_ROW)?.hundredths ?? 0;
      return [{ application, total: totalOf(sheet), satisfaction }];
    })
    .sort((a, b) => b.total - a.total || a.application.submittedAt.getTime() - b.application.submittedAt.getTime());
}

/** Those in the order that stand before, or instead of, a candidate with more points: each asks for a reason (L15 择优). */
export function departures(candidates: readonly ListCandidate[], order: readonly string[]): string[] {
  const totals = new Map(candidates.map(({ application, total }) => [application.id, total]));
  const rankOf = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  return order.filter((id) =>
    candidates.some((other) => other.total > (totals.get(id) ?? 0) && rankOf(other.application.id) > order.indexOf(id)),
  );
}
