import { decided, quotaFor } from "../definition/purposes.ts";
import { boundsOf } from "../definition/quotas.ts";
import type { Context } from "../engine/context.ts";
import { rankedBy } from "./city-figures.ts";
import { ladderOf } from "./ladder.ts";
import type { Basis, Place, Rung, ScoredCompound } from "./ranking.ts";
import { basisOf, competing, inOrder, placesOf } from "./rules.ts";

type Ruled = Pick<Context, "campaign" | "rulings">;

/** The joint order of all that compete, by the points that rank them. */
export interface JointRanking {
  basis: Basis;
  ladder: readonly Rung[];
  /** Best first; empty where nothing ranks jointly. */
  ranked: readonly ScoredCompound[];
  places: ReadonlyMap<string, Place>;
}

/** @param compounds every compound with final points of its district */
export function jointRanking({ campaign, rulings }: Ruled, compounds: readonly ScoredCompound[]): JointRanking {
  const basis = basisOf(campaign.definition, rulings);
  const ladder = ladderOf(campaign.definition, rulings);
  const ranked = inOrder(
    competing(compounds).flatMap((one) => rankedBy(one, basis) ?? []),
    ladder,
  );
  return { basis, ladder, ranked, places: placesOf(ranked, ladder) };
}

/** How many are selected: by the ruling on the number, else the plan's; undefined without a limit. */
export function numberSelected({ campaign: { definition }, rulings }: Ruled): number | undefined {
  const { count } = decided(definition, "numberSelected", rulings);
  if (typeof count === "number") return count;
  const quota = quotaFor(definition, "selected");
  return quota && boundsOf(quota).most;
}
