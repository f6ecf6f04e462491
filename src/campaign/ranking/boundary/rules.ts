import { rubricTotal } from "../../definition/rubric-points.ts";
import { HUNDREDTHS, type PointRules } from "../../scoring/points.ts";
import { type Criterion, criteriaOf, type Rubric } from "../../scoring/rubric.ts";
import { compare } from "../ladder.ts";
import type { Rung, ScoredCompound } from "../ranking.ts";

/** Within the number selected, beyond it, or equal to another across its last place. */
export type Side = "in" | "tied" | "out";

/** What 入围 is judged by. */
export interface Field {
  /** All that compete, with the points that rank them. */
  compounds: readonly ScoredCompound[];
  ladder: readonly Rung[];
  /** How many are selected. */
  selected: number;
}

export function sideOf(one: ScoredCompound, { compounds, ladder, selected }: Field): Side {
  let better = 0;
  let equal = 0;
  for (const other of compounds) {
    if (other.applicationId === one.applicationId) continue;
    const order = compare(other, one, ladder);
    if (order < 0) better += 1;
    else if (order === 0) equal += 1;
  }
  if (better >= selected) return "out";
  return better + equal < selected ? "in" : "tied";
}

export const sidesOf = (field: Field): ReadonlyMap<string, Side> =>
  new Map(field.compounds.map((one) => [one.applicationId, sideOf(one, field)]));

/** The same compound with another figure in one row. */
export function withRow(rubric: Rubric, one: ScoredCompound, row: string, hundredths: number): ScoredCompound {
  const points = new Map([...one.points, [row, hundredths]]);
  return { ...one, points, total: rubricTotal(rubric, points).total };
}

/** A row which alone, with another figure, puts its compound on another side. */
export interface Swing {
  applicationId: string;
  criterion: string;
  /** In hundredths: as it is, and the nearest figure that changes the side. */
  from: number;
  to: number;
  side: Side;
}

export interface Grid {
  rubric: Rubric;
  rules: Pick<PointRules, "step" | "allOrNothing">;
}

/**
 * Every row that alone changes who is in, with the nearest figure that may be given and does so, downwards and upwards.
 * A compound that gains never leaves, and one that loses never comes in, so that the nearest figure is searched for by
 * halves.
 */
export function swingsIn(field: Field, { rubric, rules }: Grid): Swing[] {
  return field.compounds.flatMap((one) => {
    const side = sideOf(one, field);
    return criteriaOf(rubric)
      .filter(({ knockOut }) => !knockOut)
      .flatMap((row): Swing[] => {
        const from = one.points.get(row.id);
        if (from === undefined) return [];
        const allowed = allowedIn(row, rules);
        const under = allowed.filter((points) => points < from).toReversed();
        const over = allowed.filter((points) => points > from);
        const nearest = (figures: readonly number[]): Swing[] => {
          const at = firstWhere(figures, (to) => sideOf(withRow(rubric, one, row.id, to), field) !== side);
          const to = figures[at];
          if (to === undefined) return [];
          const then = sideOf(withRow(rubric, one, row.id, to), field);
          return [{ applicationId: one.applicationId, criterion: row.id, from, to, side: then }];
        };
        return [...(side === "out" ? [] : nearest(under)), ...(side === "in" ? [] : nearest(over))];
      });
  });
}

/** Figures that may be given for a row, in hundredths, least first. */
export function allowedIn({ id, maxPoints }: Criterion, { step, allOrNothing }: Grid["rules"]): number[] {
  const most = Math.round(maxPoints * HUNDREDTHS);
  if (allOrNothing.includes(id)) return [0, most];
  const unit = Math.round(step * HUNDREDTHS);
  const steps = Array.from({ length: Math.ceil(most / unit) }, (_, at) => at * unit);
  return [...steps, most];
}

/** Index of the first that the condition holds of; it holds of all behind it. The length if it holds of none. */
function firstWhere(figures: readonly number[], holds: (figure: number) => boolean): number {
  let [low, high] = [0, figures.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const figure = figures[middle];
    if (figure !== undefined && holds(figure)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Compounds that are on another side in the second field. */
export function sidesChanged(
  before: Field,
  after: Field,
): { applicationId: string; from: Side | undefined; to: Side | undefined }[] {
  const [then, now] = [sidesOf(before), sidesOf(after)];
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((applicationId) => {
    const [from, to] = [then.get(applicationId), now.get(applicationId)];
    return from === to ? [] : [{ applicationId, from, to }];
  });
}

/** The field without one compound, as if it might not take part. */
export const without = (field: Field, applicationId: string): Field => ({
  ...field,
  compounds: field.compounds.filter((one) => one.applicationId !== applicationId),
});
