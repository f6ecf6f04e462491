/**
 * Places as one would count them by hand, by the words of the rulings on whose points rank and on ties. Shares nothing
 * with the sources.
 */

/** What ranks a compound: hundredths by row, and the figure behind 3-2 where the city's list has it. */
export interface Able {
  id: string;
  rows: ReadonlyMap<string, number>;
  figure?: number | undefined;
}

export interface NaivePlace {
  rank: number;
  joint: boolean;
  total: number;
}

export const sumOf = (rows: ReadonlyMap<string, number>): number =>
  [...rows.values()].reduce((all, one) => all + one, 0);

const met = (rows: ReadonlyMap<string, number>): boolean => rows.get("3-2") === 500;

/** Whether the first is strictly before the second, rung by rung. */
function isBefore(
  { rows: a, figure: one }: Able,
  { rows: b, figure: other }: Able,
  { ladder, whole }: { ladder: readonly string[]; whole: boolean },
): boolean {
  if (sumOf(a) !== sumOf(b)) return sumOf(a) > sumOf(b);
  for (const [at, name] of ladder.entries()) {
    if (name === "joint") return false;
    if (name === "satisfactionMet") {
      if (met(a) !== met(b)) return met(a);
    } else if (name === "satisfactionOrComplaints") {
      // Those who met the row stay equal unless all figures are known, and all do if nothing has set them apart.
      if (!ladder.slice(0, at).includes("satisfactionMet")) return false;
      if (met(a) && !whole) return false;
      if (met(a) && one !== other) return (one ?? 0) > (other ?? 0);
    } else {
      const of = (rows: ReadonlyMap<string, number>) =>
        name.split("+").reduce((all, row) => all + (rows.get(row) ?? 0), 0);
      if (of(a) !== of(b)) return of(a) > of(b);
    }
  }
  return false;
}

/** By id: one more than those before it; joint where somebody is neither before it nor after it. */
export function naivePlaces(able: readonly Able[], ladder: readonly string[]): Map<string, NaivePlace> {
  const whole = able.every(({ rows, figure }) => figure !== undefined || !met(rows));
  const under = { ladder, whole };
  return new Map(
    able.map((one) => {
      const better = able.filter((other) => isBefore(other, one, under)).length;
      const isApart = (other: Able) => isBefore(other, one, under) || isBefore(one, other, under);
      const equal = able.filter((other) => other !== one && !isApart(other)).length;
      return [one.id, { rank: better + 1, joint: equal > 0, total: sumOf(one.rows) }];
    }),
  );
}
