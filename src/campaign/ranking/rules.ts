import type { Definition } from "../definition/definition.ts";
import { type RulingsInForce, rulingValue } from "../definition/rulings-in-force.ts";
import { HUNDREDTHS } from "../scoring/points.ts";
import type { Basis, Place, Rung, ScoredCompound } from "./ranking.ts";

/** 并列 is decided by R7, the total that counts by R14, showing it before publication by R28. */
export const TIES = "R7";
export const BASIS = "R14";
export const EARLY = "R28";

export function basisOf(definition: Definition, rulings: RulingsInForce): Basis {
  const { basis } = rulingValue(definition, BASIS, rulings);
  return basis === "district" || basis === "city" ? basis : "open";
}

/** R28: whether ranked points may be shown to all districts before publication. */
export const mayShowEarly = (definition: Definition, rulings: RulingsInForce): boolean =>
  rulingValue(definition, EARLY, rulings).allowed === true;

/** The rungs before 并列, as R7 is read: rows added up, e.g. `1-2+1-4`, or a figure that is not collected yet. */
export function ladderOf(definition: Definition, rulings: RulingsInForce): Rung[] {
  const { ladder } = rulingValue(definition, TIES, rulings);
  const names: readonly string[] = Array.isArray(ladder) ? ladder.map(String) : [];
  const end = names.indexOf("joint");
  return names.slice(0, end < 0 ? names.length : end).map((name): Rung => {
    const rows = name.split("+");
    return rows.every((row) => /^\d+-\d+$/.test(row)) ? { kind: "rows", rows } : { kind: "notCollected" };
  });
}

/** The place of each compound by its id: by total, then by the ladder; what is still equal shares a place. */
export function placesOf(compounds: readonly ScoredCompound[], ladder: readonly Rung[]): ReadonlyMap<string, Place> {
  return new Map(
    compounds.map((one) => {
      const better = compounds.filter((other) => compare(other, one, ladder) < 0).length;
      const equal = compounds.filter((other) => compare(other, one, ladder) === 0).length;
      return [one.applicationId, { rank: better + 1, joint: equal > 1 }];
    }),
  );
}

/** Best first; equal ones keep the order they came in. */
export const inOrder = (compounds: readonly ScoredCompound[], ladder: readonly Rung[]): ScoredCompound[] =>
  [...compounds].sort((a, b) => compare(a, b, ladder));

function compare(a: ScoredCompound, b: ScoredCompound, ladder: readonly Rung[]): number {
  if (a.total !== b.total) return b.total - a.total;
  for (const rung of ladder) {
    if (rung.kind === "notCollected") continue;
    const difference = rowsOf(b, rung.rows) - rowsOf(a, rung.rows);
    if (difference !== 0) return difference;
  }
  return 0;
}

const rowsOf = ({ points }: ScoredCompound, rows: readonly string[]): number =>
  rows.reduce((sum, row) => sum + (points.get(row) ?? 0), 0);

/** Who takes part in the ranking of all districts: not those that their district passed over. */
export const competing = (compounds: readonly ScoredCompound[]): ScoredCompound[] =>
  compounds.filter(({ listing }) => listing !== "passedOver");

/** Points as people write them: 96, 95.5. */
export const pointsWords = (hundredths: number): string => String(hundredths / HUNDREDTHS);
