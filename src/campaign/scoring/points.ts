import type { Definition } from "../definition/definition.ts";
import { decided, rulingDeciding } from "../definition/purposes.ts";
import { bonusMaximum, type RubricTotal, rubricTotal } from "../definition/rubric-points.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import { type Criterion, criteriaOf, type Rubric, type Section } from "./rubric.ts";
import type { ScoreSheet } from "./score-sheet.ts";

/** Points are stored in hundredths, so rounding cannot create ties. */
export const HUNDREDTHS = 100;

/** 考核分 by row id, in points. Unanswered rows have no entry. */
export type Points = ReadonlyMap<string, number>;

/** Smallest unit of points, the rows scored all or nothing, and what 不适用 counts. */
export interface PointRules {
  step: number;
  allOrNothing: readonly string[];
  notApplicable: NotApplicableRule;
}

/** 不适用: a row about something that a case does not have. */
export interface NotApplicableRule {
  /** Ids of the rows that may be: those under the ruling on it; none without one. */
  rows: readonly string[];
  /** True: counts 0 instead of the maximum. */
  deduct: boolean;
  reasonRequired: boolean;
}

/** Tolerance for floating-point division: 0.3 ÷ 0.1 is not exactly 3. */
const ROUNDING = 1e-9;

/** Reason for rejecting a number. */
export type PointDefect =
  /** `isEither`: the row takes its maximum or 0 and nothing between. */
  | { kind: "outOfRange"; maxPoints: number; isEither?: true }
  | { kind: "offStep"; step: number }
  | { kind: "partial"; maxPoints: number };

/** Point rules from the definition and the rulings. */
export function pointRulesIn(definition: Definition, rulings: RulingsInForce): PointRules {
  const { step } = decided(definition, "pointStep", rulings);
  const { allOrNothing } = decided(definition, "allOrNothing", rulings);
  return {
    step: typeof step === "number" ? step : stepOf(definition.rubric),
    allOrNothing: Array.isArray(allOrNothing) ? allOrNothing : [],
    notApplicable: notApplicableRule(definition, rulings),
  };
}

function notApplicableRule(definition: Definition, rulings: RulingsInForce): NotApplicableRule {
  const ruling = rulingDeciding(definition, "notApplicable")?.id;
  const { deduct, reasonRequired } = decided(definition, "notApplicable", rulings);
  const rows = criteriaOf(definition.rubric).filter((row) => !row.knockOut && row.rulings.some((id) => id === ruling));
  return { rows: rows.map(({ id }) => id), deduct: deduct === true, reasonRequired: reasonRequired !== false };
}

/** What a row marked 不适用 counts, in hundredths. */
export const notApplicableHundredths = ({ maxPoints }: Criterion, { deduct }: NotApplicableRule): number =>
  deduct ? 0 : Math.round(maxPoints * HUNDREDTHS);

const STEPS = [1, 0.5, 0.1];

/** Default step without a ruling: the largest common divisor of all maximums. */
const stepOf = (rubric: Rubric): number =>
  STEPS.find((step) => criteriaOf(rubric).every(({ maxPoints }) => isMultiple(maxPoints, step))) ?? 1;

function isMultiple(points: number, step: number): boolean {
  const steps = points / step;
  return Math.abs(steps - Math.round(steps)) < ROUNDING;
}

/** Checks points against the rules; undefined if valid. The maximum is always valid. */
export function pointDefect(criterion: Criterion, points: number, rules: PointRules): PointDefect | undefined {
  const { id, maxPoints } = criterion;
  const isEither = rules.allOrNothing.includes(id);
  if (!(points >= 0 && points <= maxPoints))
    return { kind: "outOfRange", maxPoints, ...(isEither ? { isEither } : {}) };
  if (isEither && points !== 0 && points !== maxPoints) return { kind: "partial", maxPoints };
  if (points === maxPoints || isMultiple(points, rules.step)) return undefined;
  return { kind: "offStep", step: rules.step };
}

/** Rows whose points the rules do not allow (any more), in the plan's order; knock-out rows have none. */
export const unfitRows = (rubric: Rubric, { scores }: Pick<ScoreSheet, "scores">, rules: PointRules): string[] =>
  criteriaOf(rubric)
    .filter(({ knockOut }) => !knockOut)
    .filter((criterion) => {
      const given = scores.get(criterion.id);
      if (given?.state === "notApplicable") {
        const { notApplicable: rule } = rules;
        return !rule.rows.includes(criterion.id) || given.hundredths !== notApplicableHundredths(criterion, rule);
      }
      return given?.state === "given" && pointDefect(criterion, given.hundredths / HUNDREDTHS, rules) !== undefined;
    })
    .map(({ id }) => id);

/** Rows that keep a sheet from being finalized: without points, or with points that the rules do not allow. */
export function rowsToScore(
  { rubric }: Pick<Definition, "rubric">,
  sheet: Pick<ScoreSheet, "scores">,
  rules: PointRules,
): string[] {
  const open = [...unanswered(rubric, pointsByRow(sheet)), ...unfitRows(rubric, sheet, rules)];
  return criteriaOf(rubric)
    .map(({ id }) => id)
    .filter((id) => open.includes(id));
}

export const pointsByRow = ({ scores }: Pick<ScoreSheet, "scores">): Points =>
  new Map([...scores].map(([id, { hundredths }]) => [id, hundredths / HUNDREDTHS]));

/**
 * Rows with 0 that got it because nothing in between was allowed, and for which something is once the rules are wider.
 * Their points stay; people may give them anew.
 */
export const widenedRows = (
  rubric: Rubric,
  sheet: Pick<ScoreSheet, "scores">,
  { from, to }: { from: PointRules; to: PointRules },
): string[] => {
  const points = pointsByRow(sheet);
  return criteriaOf(rubric)
    .filter(({ knockOut }) => !knockOut)
    .map(({ id }) => id)
    .filter((id) => from.allOrNothing.includes(id) && !to.allOrNothing.includes(id) && points.get(id) === 0);
};

/** Rows without points or a verdict, in the plan's order (未答). */
export const unanswered = (rubric: Rubric, points: Points): string[] =>
  criteriaOf(rubric)
    .map(({ id }) => id)
    .filter((id) => !points.has(id));

/** Rows below their maximum, or knocked out, without a reason. The reason is optional. */
export const reducedWithoutReason = (
  criteria: readonly Criterion[],
  { scores }: Pick<ScoreSheet, "scores">,
): Criterion[] =>
  criteria.filter(({ id, maxPoints }) => {
    const given = scores.get(id);
    if (given === undefined || given.reason !== undefined) return false;
    return given.state === "requirementNotMet" || given.hundredths < Math.round(maxPoints * HUNDREDTHS);
  });

/** 总分 so far, in points, bonus included. */
export const totalPoints = (rubric: Rubric, points: Points): number => totalsOf(rubric, points).total / HUNDREDTHS;

/** Bonus points so far and their maximum; undefined if the rubric has no bonus section. */
export function bonusPoints(rubric: Rubric, points: Points): { given: number; most: number } | undefined {
  if (!rubric.sections.some(({ bonus }) => bonus)) return undefined;
  return { given: totalsOf(rubric, points).bonus / HUNDREDTHS, most: bonusMaximum(rubric) };
}

const totalsOf = (rubric: Rubric, points: Points): RubricTotal =>
  rubricTotal(rubric, new Map([...points].map(([id, given]) => [id, Math.round(given * HUNDREDTHS)])));

/** Sums in hundredths. A bonus section is capped at its maximum. */
export function sectionPoints({ criteria, maxPoints }: Section, points: Points): number {
  const sum = criteria.reduce((all, { id }) => all + Math.round((points.get(id) ?? 0) * HUNDREDTHS), 0);
  return Math.min(sum, Math.round(maxPoints * HUNDREDTHS)) / HUNDREDTHS;
}

/** 总分 in hundredths; bonus sections are capped at their maximum. */
export const totalOf = (rubric: Rubric, sheet: Pick<ScoreSheet, "scores">): number =>
  rubricTotalOf(rubric, sheet).total;

/** 总分 in hundredths, with the bonus separate. */
export const rubricTotalOf = (rubric: Rubric, { scores }: Pick<ScoreSheet, "scores">): RubricTotal =>
  rubricTotal(rubric, new Map([...scores].map(([id, { hundredths }]) => [id, hundredths])));

/** False without a sheet. */
export const isFinalized = (sheet: ScoreSheet | undefined): sheet is ScoreSheet & { state: "finalized" } =>
  sheet?.state === "finalized";
