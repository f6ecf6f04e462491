import type { Application } from "../application/application.ts";
import { rowFor } from "../definition/purposes.ts";
import { isFinalized, totalOf } from "../scoring/points.ts";
import type { Rubric } from "../scoring/rubric.ts";
import type { ScoreSheet } from "../scoring/score-sheet.ts";
import { type Bar, barOf } from "../scoring/standing.ts";

/** A submitted case open to recommendation. In campaigns with scoring, its review is finalized. */
export interface ListCandidate {
  application: Application;
  /** 总分 in hundredths; undefined without scoring. */
  total?: number;
  /** Points of the satisfaction row in hundredths; undefined if the rubric has none. */
  satisfaction?: number;
}

export interface Scoring {
  rubric: Rubric;
  /** Sheets in the district's ledger, by application id. */
  sheets: ReadonlyMap<string, ScoreSheet>;
}

/** A submitted case with a bar against recommendation. */
export interface BarredCase {
  application: Application;
  bar: Bar | { kind: "unclear" };
}

interface Fields {
  /** Undefined in campaigns without scoring. */
  scoring: Scoring | undefined;
  /** Whether a pending declaration bars a case. */
  unclearBlocks: boolean;
}

/** Candidates by total, highest first, then by time of submission. */
export function candidatesOf(applications: readonly Application[], fields: Fields): ListCandidate[] {
  return ready(applications, fields)
    .filter((application) => barOn(application, fields) === undefined)
    .map((application) => ({ application, ...pointsOf(application, fields) }))
    .sort(
      (a, b) =>
        (b.total ?? 0) - (a.total ?? 0) || a.application.submittedAt.getTime() - b.application.submittedAt.getTime(),
    );
}

/** Barred cases at the same step, in order of submission. */
export const barredOf = (applications: readonly Application[], fields: Fields): BarredCase[] =>
  ready(applications, fields).flatMap((application) => {
    const bar = barOn(application, fields);
    return bar ? [{ application, bar }] : [];
  });

const ready = (applications: readonly Application[], { scoring }: Fields): Application[] =>
  applications.filter(
    ({ id, state }) => state === "submitted" && (scoring === undefined || isFinalized(scoring.sheets.get(id))),
  );

function barOn({ id, declaration }: Application, { scoring, unclearBlocks }: Fields): BarredCase["bar"] | undefined {
  const sheet = scoring?.sheets.get(id);
  const bar = scoring && sheet && barOf(scoring.rubric, sheet);
  return bar ?? (unclearBlocks && declaration === "unclear" ? { kind: "unclear" } : undefined);
}

function pointsOf({ id }: Application, { scoring }: Fields): Pick<ListCandidate, "total" | "satisfaction"> {
  const sheet = scoring?.sheets.get(id);
  if (!scoring || !sheet) return {};
  const row = rowFor(scoring.rubric, "satisfaction");
  return {
    total: totalOf(scoring.rubric, sheet),
    ...(row ? { satisfaction: sheet.scores.get(row.id)?.hundredths ?? 0 } : {}),
  };
}

/** Ids in the order placed before, or instead of, a candidate with more points. Each needs a reason (择优). */
export function departures(candidates: readonly ListCandidate[], order: readonly string[]): string[] {
  const totals = new Map(candidates.map(({ application, total = 0 }) => [application.id, total]));
  const rankOf = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  return order.filter((id) =>
    candidates.some(
      ({ application, total = 0 }) => total > (totals.get(id) ?? 0) && rankOf(application.id) > order.indexOf(id),
    ),
  );
}
