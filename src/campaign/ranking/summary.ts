import { applicationsOf } from "../application/store.ts";
import { waysToCity } from "../directory/expected-districts.ts";
import type { Context } from "../engine/context.ts";
import { listsInForce, type RecommendationList } from "../recommendation/store.ts";
import { isFinalized, totalOf } from "../scoring/points.ts";
import { barOf } from "../scoring/standing.ts";
import { sheetsOf } from "../scoring/store.ts";
import { type Awaited, awaitedLists } from "./awaited-lists.ts";
import type { ScoredCompound } from "./ranking.ts";

/** Data for the views of 排名. */
export interface RankingSummary {
  compounds: readonly ScoredCompound[];
  /** Participating compounds without finalized points. */
  unlocked: readonly { name: string; district: string }[];
  awaited: Awaited;
}

export async function rankingSummary(context: Context): Promise<RankingSummary> {
  const compounds = await scoredCompounds(context);
  const taking = await applicationsOf(context.tx, context.campaign.id, { states: ["submitted"] });
  const finalized = new Set(compounds.map(({ applicationId }) => applicationId));
  return {
    compounds,
    unlocked: taking
      .filter(({ id }) => !finalized.has(id))
      .map(({ compoundName, district }) => ({ name: compoundName, district })),
    awaited: await awaitedLists(context),
  };
}

/** Participating compounds with finalized points, by district in the definition's order. */
export async function scoredCompounds({ tx, campaign }: Context): Promise<ScoredCompound[]> {
  const { definition } = campaign;
  const applications = await applicationsOf(tx, campaign.id, { states: ["submitted"] });
  const sheets = await sheetsOf(tx, { campaignId: campaign.id, ledger: "district" });
  const lists = await listsInForce(tx, campaign.id);
  return definition.campaign.districts
    .flatMap(({ id }) => applications.filter(({ district }) => district === id))
    .flatMap(({ id, district, compoundName, declaration }) => {
      const sheet = sheets.get(id);
      if (!isFinalized(sheet)) return [];
      const points = new Map([...sheet.scores].map(([row, { hundredths }]) => [row, hundredths]));
      const listing = listingOf(
        waysToCity(definition, district).map((way) => lists.get(way)),
        id,
      );
      const total = totalOf(definition.rubric, sheet);
      const barred = barOf(definition.rubric, sheet);
      const scored = { applicationId: id, district, name: compoundName, points, total, listing, declaration };
      return [{ ...scored, ...(barred ? { barred } : {}) }];
    });
}

/** @param lists on its way to the city; undefined: not confirmed. One list without the compound decides */
export function listingOf(
  lists: readonly (Pick<RecommendationList, "items"> | undefined)[],
  id: string,
): ScoredCompound["listing"] {
  const has = (list: Pick<RecommendationList, "items">): boolean =>
    list.items.some(({ applicationId }) => applicationId === id);
  if (lists.some((list) => list && !has(list))) return "passedOver";
  return lists.includes(undefined) ? "open" : "recommended";
}
