import { exported, meaningOf } from "./campaign-state.ts";
import { MOMENTS } from "./moments.ts";
import type { World } from "./world.ts";

export const END = MOMENTS["10月21日"];

/** What must be the same whoever played the year, and how. */
export interface Outcome {
  meaning: Record<string, unknown>;
  annex: unknown;
  ranking: unknown;
}

export const outcomeOf = async (world: World): Promise<Outcome> => ({
  meaning: (await meaningOf(world)).meaning,
  annex: await exported(world, "附件4"),
  ranking: await exported(world, "排名"),
});
