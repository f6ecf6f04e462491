import { type Criterion, criteriaOf, type Rubric, type Section } from "./rubric.ts";

/** 考核分 by row; a row that is missing is not answered yet. */
export type Points = ReadonlyMap<string, number>;

/** How points are given: the smallest unit, and the rows that get all or nothing (rulings R3 and R4). */
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

/** What is wrong with the points, undefined when they can stand. */
export function pointDefect(criterion: Criterion, points: number, rules: PointRules): PointDefect | undefined {
  const { id, maxPoints } = criterion;
  if (!(points >= 0 && points <= maxPoints)) return { kind: "outOfRange", maxPoints };
  if (rules.allOrNothing.includes(id) && points !== 0 && points !== maxPoints) return { kind: "partial", maxPoints };
  const steps = points / rules.step;
  return Math.abs(steps - Math.round(steps)) < ROUNDING ? undefined : { kind: "offStep", step: rules.step };
}

/** Rows without points, in the plan's order (未答). */
export const unanswered = (rubric: Rubric, points: Points): string[] =>
  criteriaOf(rubric)
    .map(({ id }) => id)
    .filter((id) => !points.has(id));

/** 总分 of what is answered so far. */
export const totalPoints = (rubric: Rubric, points: Points): number =>
  rubric.sections.reduce((sum, section) => sum + sectionPoints(section, points), 0);

export const sectionPoints = (section: Section, points: Points): number =>
  section.criteria.reduce((sum, { id }) => sum + (points.get(id) ?? 0), 0);
