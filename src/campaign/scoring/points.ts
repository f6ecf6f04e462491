import type { Definition } from "../definition/definition.ts";
import { type RulingsInForce, rulingValue } from "../definition/rulings-in-force.ts";
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

/** The step of points (R3) and the rows that get all or nothing (R4). */
export function pointRulesIn(definition: Definition, rulings: RulingsInForce): PointRules {
  const { step } = rulingValue(definition, "R3", rulings);
  const { allOrNothing } = rulingValue(definition, "R4", rulings);
  return {
    step: typeof step === "number" ? step : 1,
    allOrNothing: Array.isArray(allOrNothing) ? allOrNothing : [],
  };
}

/** What is wrong with the points, undefined when they can stand. */
export function pointDefect(criterion: Criterion, points: number, rules: PointRules): PointDefect | undefined {
  const { id, maxPoints } = criterion;
  if (!(points >= 0 && points <= maxPoints)) return { kind: "outOfRange", maxPoints };
  if (rules.allOrNothing.includes(id) && points !== 0 && points !== maxPoints) return { kind: "partial", maxPoints };
  const steps = points / rules.step;
  return Math.abs(steps - Math.round(steps)) < ROUNDING ? undefined : { kind: "offStep", step: rules.step };
}

/** Points by row, as people count. */
export const pointsByRow = ({ scores }: Pick<ScoreSheet, "scores">): Points =>
  new Map([...scores].map(([id, { hundredths }]) => [id, hundredths / HUNDREDTHS]));

/** Rows without points, in the plan's order (未答). */
export const unanswered = (rubric: Rubric, points: Points): string[] =>
  criteriaOf(rubric)
    .map(({ id }) => id)
    .filter((id) => !points.has(id));

/** Rows below their maximum for which no reason is given: asked for, never demanded. */
export const reducedWithoutReason = (
  criteria: readonly Criterion[],
  { scores }: Pick<ScoreSheet, "scores">,
): Criterion[] =>
  criteria.filter(({ id, maxPoints }) => {
    const given = scores.get(id);
    return given !== undefined && given.hundredths < maxPoints * HUNDREDTHS && given.reason === undefined;
  });

/** 总分 of what is answered so far. */
export const totalPoints = (rubric: Rubric, points: Points): number =>
  rubric.sections.reduce((sum, section) => sum + sectionPoints(section, points), 0);

export const sectionPoints = (section: Section, points: Points): number =>
  section.criteria.reduce((sum, { id }) => sum + (points.get(id) ?? 0), 0);

/** 总分 in hundredths. */
export const totalOf = ({ scores }: Pick<ScoreSheet, "scores">): number =>
  [...scores.values()].reduce((sum, { hundredths }) => sum + hundredths, 0);

/** Whether its points stand; not so where no sheet was begun. */
export const isFinalized = (sheet: ScoreSheet | undefined): sheet is ScoreSheet & { state: "finalized" } =>
  sheet?.state === "finalized";
