import type { Application } from "../application/application.ts";
import type { RequirementGate } from "../application/requirements/rules.ts";
import type { CaseStanding } from "../application/requirements/standing.ts";
import { rowFor, rowsFor } from "../definition/purposes.ts";
import { HUNDREDTHS, isFinalized, totalOf } from "../scoring/points.ts";
import type { Rubric } from "../scoring/rubric.ts";
import type { ScoreSheet } from "../scoring/score-sheet.ts";
import { type Bar, barOf } from "../scoring/standing.ts";
import { byMerit, type Merit } from "./merit.ts";

/** A submitted case open to recommendation. In campaigns with scoring, its review is finalized. */
export interface ListCandidate extends Merit {
  application: Application;
  /** Points of the satisfaction row in hundredths; undefined if the rubric has none. */
  satisfaction?: number;
  /** Points in hundredths of the rows on participation, in the order of the rubric; left out where there are none. */
  participation?: readonly number[];
  /** Requirements that are not met or not clear, where there are such. */
  gate?: RequirementGate;
  /** 代填 */
  onBehalf?: true;
}

export interface Scoring {
  rubric: Rubric;
  /** Sheets in the district's ledger, by application id. */
  sheets: ReadonlyMap<string, ScoreSheet>;
}

/** A submitted case with a bar against recommendation. */
export interface BarredCase {
  application: Application;
  bar:
    | Bar
    | { kind: "unclear" }
    /** Requirements not met that a ruling says exclude; or not clear, where a ruling says that this bars. */
    | { kind: "requirements"; clauses: readonly string[] }
    | { kind: "unclearRequirements"; clauses: readonly string[] };
}

interface Fields {
  /** Undefined in campaigns without scoring. */
  scoring: Scoring | undefined;
  /** Whether a pending declaration bars a case. */
  unclearBlocks: boolean;
  /** By application id; left out in campaigns without requirements. */
  standings?: ReadonlyMap<string, CaseStanding>;
  /** The figure behind the satisfaction row where it is known, by application id. */
  figures?: ReadonlyMap<string, number>;
  /** Cases entered for the district by somebody else, by application id. */
  onBehalf?: ReadonlyMap<string, unknown>;
}

/** Candidates in the proposed order, then by time of submission. */
export function candidatesOf(applications: readonly Application[], fields: Fields): ListCandidate[] {
  const candidates = ready(applications, fields)
    .filter((application) => barOn(application, fields) === undefined)
    .map((application) => ({
      application,
      ...pointsOf(application, fields),
      ...gateIn(application, fields),
      ...(fields.onBehalf?.has(application.id) ? { onBehalf: true as const } : {}),
    }));
  return withFigures(candidates, fields.figures).toSorted(
    (a, b) => byMerit(a, b) || a.application.submittedAt.getTime() - b.application.submittedAt.getTime(),
  );
}

/** An unknown figure compares with none: only where all who met the row have one do figures order them. */
function withFigures(candidates: readonly ListCandidate[], figures: Fields["figures"]): readonly ListCandidate[] {
  const met = candidates.filter(({ satisfied }) => satisfied);
  if (!figures || !met.every(({ application }) => figures.has(application.id))) return candidates;
  return candidates.map((one) => {
    const figure = one.satisfied ? figures.get(one.application.id) : undefined;
    return figure === undefined ? one : { ...one, figure };
  });
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

function barOn(application: Application, fields: Fields): BarredCase["bar"] | undefined {
  const { scoring, unclearBlocks, standings } = fields;
  const { id, declaration } = application;
  const sheet = scoring?.sheets.get(id);
  const bar = scoring && sheet && barOf(scoring.rubric, sheet);
  if (bar) return bar;
  if (unclearBlocks && declaration === "unclear") return { kind: "unclear" };
  const { excluding = [], unclear = [] } = standings?.get(id)?.gate ?? {};
  if (excluding.length > 0) return { kind: "requirements", clauses: excluding.map((row) => row.id) };
  const isUnclear = unclearBlocks && unclear.length > 0;
  return isUnclear ? { kind: "unclearRequirements", clauses: unclear.map((row) => row.id) } : undefined;
}

/** Left out where there is nothing to say. */
function gateIn({ id }: Application, { standings }: Fields): Pick<ListCandidate, "gate"> {
  const gate = standings?.get(id)?.gate;
  return gate && gate.unmet.length + gate.unclear.length > 0 ? { gate } : {};
}

function pointsOf({ id }: Application, { scoring }: Fields): Omit<ListCandidate, "application"> {
  const sheet = scoring?.sheets.get(id);
  if (!scoring || !sheet) return {};
  const row = rowFor(scoring.rubric, "satisfaction");
  const total = totalOf(scoring.rubric, sheet);
  const given = (criterion: string): number => sheet.scores.get(criterion)?.hundredths ?? 0;
  const rows = rowsFor(scoring.rubric, "participation");
  const participation = rows.length > 0 ? { participation: rows.map(({ id: criterion }) => given(criterion)) } : {};
  if (!row) return { total, ...participation };
  const satisfaction = given(row.id);
  const satisfied = satisfaction === Math.round(row.maxPoints * HUNDREDTHS);
  return { total, satisfaction, satisfied, ...participation };
}

/** Changes to the candidates since an order was entered. */
export interface CandidateChange {
  /** Names. */
  added: readonly string[];
  gone: readonly string[];
}

/**
 * Undefined if the order still stands: nobody joined the candidates it was made from, and all that it names are there.
 * @param known ids of the candidates at that time; undefined in drafts of earlier versions
 */
export function changeSince(
  { order, known }: { order: readonly string[]; known: readonly string[] | undefined },
  now: { candidates: readonly ListCandidate[]; applications: readonly Application[] },
): CandidateChange | undefined {
  const ids = new Set(now.candidates.map(({ application }) => application.id));
  const added = known
    ? now.candidates.filter(({ application }) => !known.includes(application.id)).map(({ application }) => application)
    : [];
  const gone = now.applications.filter(({ id }) => order.includes(id) && !ids.has(id));
  if (added.length + gone.length === 0) return undefined;
  return { added: added.map(({ compoundName }) => compoundName), gone: gone.map(({ compoundName }) => compoundName) };
}
