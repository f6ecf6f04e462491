import { applicationsOf } from "../application/store.ts";
import type { Turn } from "../engine/feature.ts";
import { type Awaited, awaitedLists } from "./expected.ts";
import type { ScoredCompound } from "./ranking.ts";
import { scoredCompounds } from "./scored.ts";

/** Everything 排名 is drawn from. */
export interface RankingSummary {
  compounds: readonly ScoredCompound[];
  /** Compounds that take part and whose points are not locked. */
  unlocked: readonly { name: string; district: string }[];
  awaited: Awaited;
}

export async function rankingSummary(turn: Turn): Promise<RankingSummary> {
  const compounds = await scoredCompounds(turn);
  const taking = await applicationsOf(turn.tx, turn.campaign.id, { states: ["submitted"] });
  const locked = new Set(compounds.map(({ applicationId }) => applicationId));
  return {
    compounds,
    unlocked: taking
      .filter(({ id }) => !locked.has(id))
      .map(({ compoundName, district }) => ({ name: compoundName, district })),
    awaited: await awaitedLists(turn),
  };
}
