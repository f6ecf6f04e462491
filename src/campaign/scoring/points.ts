import type { Definition } from "../definition/definition.ts";
import { decided } from "../definition/purposes.ts";
import { bonusMaximum, type RubricTotal, rubricTotal } from "../definition/rubric-points.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import { type Criterion, criteriaOf, type Rubric, type Section } from "./rubric.ts";
import type { ScoreSheet } from "./score-sheet.ts";

/** Points are stored in hundredths, so that no tie is made by rounding. */
export const HUNDREDTHS = 100;

/** 考核分 by row; a row that is missing is not answered yet. */
export type Points = ReadonlyMap<string, number>;

/** How points are given: the smallest unit, and the rows that get all or nothing. */
export interface PointRules {
  step: number;
  allOrNothing: readonly string[];
}

/** 0.3 ÷ 0.1 is not exactly 3. */
const ROUNDING = 1e-9;

/** Why a number cannot stand in a row. */
export type PointDefect =
  | { kind: "outOfRange"; maxPoints: number }
  | { kind: "offStep"; step: number }
  | { kind: "partial"; maxPoints: number };

/** The step of points and the rows that get all or nothing, as the definition decides them. */
export function pointRulesIn(definition: Definition, rulings: RulingsInForce): PointRules {
  const { step } = decided(definition, "pointStep", rulings);
  const { allOrNothing } = decided(definition, "allOrNothing", rulings);
  return {
    step: typeof step === "number" ? step : stepOf(definition.rubric),
    allOrNothing: Array.isArray(allOrNothing) ? allOrNothing : [],
  };
}

const STEPS = [1, 0.5, 0.1];

/** Where nobody decides the step: the largest that every maximum of the rubric is a multiple of. */
const stepOf = (rubric: Rubric): number =>
  STEPS.find((step) => criteriaOf(rubric).every(({ maxPoints }) => isMultiple(maxPoints, step))) ?? 1;

function isMultiple(points: number, step: number): boolean {
  const steps = points / step;
  return Math.abs(steps - Math.round(steps)) < ROUNDING;
}

/** What is wrong with the points, undefined when they can stand; the maximum always can. */
export function pointDefect(criterion: Criterion, points: number, rules: PointRules): PointDefect | undefined {
  const { id, maxPoints } = criterion;
  if (!(points >= 0 && points <= maxPoints)) return { kind: "outOfRange", maxPoints };
  if (rules.allOrNothing.includes(id) && points !== 0 && points !== maxPoints) return { kind: "partial", maxPoints };
  if (points === maxPoints || isMultiple(points, rules.step)) return undefined;
  return { kind: "offStep", step: rules.step };
}

/** Points by row, as people count. */
export const pointsByRow = ({ scores }: Pick<ScoreSheet, "scores">): Points =>
  new Map([...scores].map(([id, { hundredths }]) => [id, hundredths / HUNDREDTHS]));

/** Rows without points or a verdict, in the plan's order (未答). */
export const unanswered = (rubric: Rubric, points: Points): string[] =>
  criteriaOf(rubric)
    .map(({ id }) => id)
    .filter((id) => !points.has(id));

/** Rows below their maximum, or that knock out, for which no reason is given: asked for, never demanded. */
export const reducedWithoutReason = (
  criteria: readonly Criterion[],
  { scores }: Pick<ScoreSheet, "scores">,
): Criterion[] =>
  criteria.filter(({ id, maxPoints }) => {
    const given = scores.get(id);
    if (given === undefined || given.reason !== undefined) return false;
    return given.state === "requirementNotMet" || given.hundredths < Math.round(maxPoints * HUNDREDTHS);
  });

/** 总分 of what is answered so far, bonus with it, as people count. */
export const totalPoints = (rubric: Rubric, points: Points): number => totalsOf(rubric, points).total / HUNDREDTHS;

/** What the bonus sections give so far, and the most they can; undefined where the rubric has none. */
export function bonusPoints(rubric: Rubric, points: Points): { given: number; most: number } | undefined {
  if (!rubric.sections.some(({ bonus }) => bonus)) return undefined;
  return { given: totalsOf(rubric, points).bonus / HUNDREDTHS, most: bonusMaximum(rubric) };
}

const totalsOf = (rubric: Rubric, points: Points): RubricTotal =>
  rubricTotal(rubric, new Map([...points].map(([id, given]) => [id, Math.round(given * HUNDREDTHS)])));

/** Summed in hundredths: a bonus section counts up to its maximum. */
export function sectionPoints({ criteria, maxPoints }: Section, points: Points): number {
  const sum = criteria.reduce((all, { id }) => all + Math.round((points.get(id) ?? 0) * HUNDREDTHS), 0);
  return Math.min(sum, Math.round(maxPoints * HUNDREDTHS)) / HUNDREDTHS;
}

/** 总分 in hundredths, bonus sections up to their maximum. */
export const totalOf = (rubric: Rubric, sheet: Pick<ScoreSheet, "scores">): number =>
  rubricTotalOf(rubric, sheet).total;

/** The same, what comes from bonus sections apart. */
export const rubricTotalOf = (rubric: Rubric, { scores }: Pick<ScoreSheet, "scores">): RubricTotal =>
  rubricTotal(rubric, new Map([...scores].map(([id, { hundredths }]) => [id, hundredths])));

/** Whether its points stand; not so where no sheet was begun. */
export const isFinalized = (sheet: ScoreSheet | undefined): sheet is ScoreSheet & { state: "finalized" } =>
  sheet?.state === "finalized";
