/** What the proposed order compares. */
export interface Merit {
  /** 总分 in hundredths; undefined without scoring. */
  total?: number;
  /** Whether the satisfaction row has its maximum; undefined if the rubric has none. */
  satisfied?: boolean;
}

/** What a place in an order departs from. */
export type Departure = "satisfaction" | "points";

/** Proposed order: the satisfaction row met first, as the plan puts satisfaction first; then the points. */
export const byMerit = (a: Merit, b: Merit): number =>
  Number(b.satisfied ?? false) - Number(a.satisfied ?? false) || (b.total ?? 0) - (a.total ?? 0);

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
      const meets = merit.satisfied === true;
      return [[id, !meets && passed.some((other) => other.merit.satisfied === true) ? "satisfaction" : "points"]];
    }),
  );

/** Ids placed before one with more points because only they met the satisfaction row. Shown; no reason is asked. */
export const favoured = (candidates: readonly Ordered[], order: readonly string[]): string[] =>
  inOrder(candidates, order)
    .filter(
      ({ id, merit }) =>
        merit.satisfied === true &&
        passedOver(candidates, order, id).some(
          (other) => other.merit.satisfied !== true && (other.merit.total ?? 0) > (merit.total ?? 0),
        ),
    )
    .map(({ id }) => id);

const inOrder = (candidates: readonly Ordered[], order: readonly string[]): Ordered[] =>
  order.flatMap((id) => candidates.find((one) => one.id === id) ?? []);

/** Candidates that come after the id, or are left out. */
const passedOver = (candidates: readonly Ordered[], order: readonly string[], id: string): Ordered[] =>
  candidates.filter((one) => one.id !== id && !order.slice(0, order.indexOf(id)).includes(one.id));
