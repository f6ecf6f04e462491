import type { Definition } from "../definition/definition.ts";
import { decided, offers, rulingDeciding } from "../definition/purposes.ts";
import { hasRubric } from "../definition/rubric-points.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import { HUNDREDTHS } from "../scoring/points.ts";
import { compare } from "./ladder.ts";
import type { Basis, Place, Rung, ScoredCompound } from "./ranking.ts";

/** 排名 needs a stage that has it, and points to rank by. */
export const offersRanking = (definition: Definition): boolean =>
  offers(definition, "ranking") && hasRubric(definition.rubric);

/** As the ruling on it is read; where the plan leaves no doubt, the points that there are: the district's. */
export function basisOf(definition: Definition, rulings: RulingsInForce): Basis {
  if (!rulingDeciding(definition, "rankingBasis")) return "district";
  const { basis } = decided(definition, "rankingBasis", rulings);
  return basis === "district" || basis === "city" ? basis : "open";
}

/** Whether ranked points may be shown to all districts before publication: only where a ruling says so. */
export const mayShowEarly = (definition: Definition, rulings: RulingsInForce): boolean =>
  decided(definition, "earlyDisclosure", rulings).allowed === true;

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

/** Who takes part in the ranking of all districts: not those that were passed over, or cannot be recommended. */
export const competing = (compounds: readonly ScoredCompound[]): ScoredCompound[] =>
  compounds.filter(({ listing, barred }) => listing !== "passedOver" && barred === undefined);

/** Points as people write them: 96, 95.5. */
export const pointsWords = (hundredths: number): string => String(hundredths / HUNDREDTHS);
