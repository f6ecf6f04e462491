import type { Definition } from "../src/campaign/definition/definition.ts";
import { districtsWithin } from "../src/campaign/definition/districts.ts";
import { type Compound, numberWithin } from "./cases.ts";
import { applyingDistricts, districtsAbove } from "./districts.ts";

export interface Recommendation {
  level: 1 | 2;
  /** The names of each district's list, in its order. */
  lists: { district: string; names: string[] }[];
}

/** Who recommends whom, level by level: each district as many as it may, the last of its own first. */
export function recommendations(definition: Definition, cases: readonly Compound[]): Recommendation[] {
  const lists = applyingDistricts(definition).map(({ id }) => ({
    district: id,
    names: cases
      .filter(({ district }) => district === id)
      .toReversed()
      .map(({ name }) => name),
  }));
  const above = districtsAbove(definition).map(({ id }) => {
    const within = new Set(districtsWithin(definition, id).map((one) => one.id));
    const names = lists.filter(({ district }) => within.has(district)).flatMap((list) => list.names);
    return { district: id, names: names.slice(0, numberWithin(definition, 2)) };
  });
  return [{ level: 1, lists }, ...(above.length > 0 ? [{ level: 2 as const, lists: above }] : [])];
}

/** Those among whom the city chooses. */
export function recommendedAtLast(definition: Definition, cases: readonly Compound[]): Compound[] {
  const names =
    recommendations(definition, cases)
      .at(-1)
      ?.lists.flatMap((list) => list.names) ?? [];
  return cases.filter(({ name }) => names.includes(name));
}
