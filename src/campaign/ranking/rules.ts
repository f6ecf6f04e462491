import type { Definition } from "../definition/definition.ts";
import { decided, offers, type Rubric, rowFor, rulingDeciding } from "../definition/purposes.ts";
import { hasRubric } from "../definition/rubric-points.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import type { Merit } from "../recommendation/merit.ts";
import { HUNDREDTHS } from "../scoring/points.ts";
import { comparable, compare } from "./ladder.ts";
import type { Basis, Place, Rung, ScoredCompound } from "./ranking.ts";

/** 排名 requires a stage with this step and a rubric. */
export const offersRanking = (definition: Definition): boolean =>
  offers(definition, "ranking") && hasRubric(definition.rubric);

/** Basis from the ruling; without a ruling, the district's points. */
export function basisOf(definition: Definition, rulings: RulingsInForce): Basis {
  if (!rulingDeciding(definition, "rankingBasis")) return "district";
  const { basis } = decided(definition, "rankingBasis", rulings);
  return basis === "district" || basis === "city" ? basis : "open";
}

/** Whether a ruling allows showing ranked points to all districts before publication. */
export const mayShowEarly = (definition: Definition, rulings: RulingsInForce): boolean =>
  decided(definition, "earlyDisclosure", rulings).allowed === true;

/** Places by application id: by total, then by the ladder. Tied compounds share a place. */
export function placesOf(all: readonly ScoredCompound[], ladder: readonly Rung[]): ReadonlyMap<string, Place> {
  const ranked = inOrder(all, ladder);
  // As they were given, whatever their places.
  const places = new Map<string, Place>(all.map(({ applicationId }) => [applicationId, { rank: 1, joint: false }]));
  for (let from = 0, to: number; from < ranked.length; from = to) {
    to = from + 1;
    while (to < ranked.length && isTied(ranked[from], ranked[to], ladder)) to++;
    for (const { applicationId } of ranked.slice(from, to))
      places.set(applicationId, { rank: from + 1, joint: to - from > 1 });
  }
  return places;
}

const isTied = (one: ScoredCompound | undefined, other: ScoredCompound | undefined, ladder: readonly Rung[]): boolean =>
  one !== undefined && other !== undefined && compare(one, other, ladder) === 0;

/** Best first; ties keep the input order. */
export const inOrder = (compounds: readonly ScoredCompound[], ladder: readonly Rung[]): ScoredCompound[] =>
  [...comparable(compounds, ladder)].sort((a, b) => compare(a, b, ladder));

/** Compounds in the joint ranking: on a reported list, barred neither by their district's points nor by 核验. */
export const competing = (compounds: readonly ScoredCompound[]): ScoredCompound[] =>
  compounds.filter(
    ({ listing, barred, verified }) =>
      listing === "recommended" && barred === undefined && verified?.found === undefined,
  );

/**
 * Compounds tied across the last selected place, some of them within it and some beyond; empty if it is clear who is in.
 * @param selected number of places
 */
export function tiedAcross(
  compounds: readonly ScoredCompound[],
  ladder: readonly Rung[],
  selected: number,
): ScoredCompound[] {
  const ranked = inOrder(compounds, ladder);
  const [last, next] = [ranked[selected - 1], ranked[selected]];
  if (!last || !next || compare(last, next, ladder) !== 0) return [];
  return ranked.filter((one) => compare(one, last, ladder) === 0);
}

/** What the proposed order of 推荐 and 择优 compares. */
export function meritOf(rubric: Rubric, { points, total }: Pick<ScoredCompound, "points" | "total">): Merit {
  const row = rowFor(rubric, "satisfaction");
  return row ? { total, satisfied: points.get(row.id) === Math.round(row.maxPoints * HUNDREDTHS) } : { total };
}

/** Hundredths as points: 96, 95.5. */
export const pointsWords = (hundredths: number): string => String(hundredths / HUNDREDTHS);
