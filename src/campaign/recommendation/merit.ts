/** What the proposed order compares. */
export interface Merit {
  /** 总分 in hundredths; undefined without scoring. */
  total?: number;
  /** Whether the satisfaction row has its maximum; undefined if the rubric has none. */
  satisfied?: boolean;
  /** The figure behind the row, of those that met it; undefined unless all of them have one. Higher is better. */
  figure?: number;
}

/** What a place in an order departs from. */
export type Departure = "satisfaction" | "points";

/**
 * Proposed order: the satisfaction row met first, as the plan puts satisfaction first (L20), and of those who met it the higher
 * figure where it is known of all; then the points.
 */
export const byMerit = (a: Merit, b: Merit): number => bySatisfaction(a, b) || (b.total ?? 0) - (a.total ?? 0);

function bySatisfaction(a: Merit, b: Merit): number {
  const met = Number(b.satisfied ?? false) - Number(a.satisfied ?? false);
  if (met !== 0 || !a.satisfied || a.figure === undefined || b.figure === undefined) return met;
  return b.figure - a.figure;
}

interface Ordered {
  id: string;
  merit: Merit;
}

/** Ids placed before, or instead of, one that comes first in the proposed order. Each needs a reason (择优). */
export const departures = (candidates: readonly Ordered[], order: readonly string[]): ReadonlyMap<string, Departure> =>
  new Map(
    inOrder(candidates, order).flatMap(({ id, merit }): [string, Departure][] => {
      const passed = passedOver(candidates, order, id).filter((other) => byMerit(other.merit, merit) < 0);
      if (passed.length === 0) return [];
      const isOfSatisfaction = passed.some((other) => bySatisfaction(other.merit, merit) < 0);
      return [[id, isOfSatisfaction ? "satisfaction" : "points"]];
    }),
  );

/** Ids placed before one with more points because their satisfaction is higher. Shown; no reason is asked. */
export const favoured = (candidates: readonly Ordered[], order: readonly string[]): string[] =>
  inOrder(candidates, order)
    .filter(({ id, merit }) =>
      passedOver(candidates, order, id).some(
        (other) => bySatisfaction(merit, other.merit) < 0 && (other.merit.total ?? 0) > (merit.total ?? 0),
      ),
    )
    .map(({ id }) => id);

const inOrder = (candidates: readonly Ordered[], order: readonly string[]): Ordered[] =>
  order.flatMap((id) => candidates.find((one) => one.id === id) ?? []);

/** Candidates that come after the id, or are left out. */
const passedOver = (candidates: readonly Ordered[], order: readonly string[], id: string): Ordered[] =>
  candidates.filter((one) => one.id !== id && !order.slice(0, order.indexOf(id)).includes(one.id));
