import { applicationsOf } from "../application/store.ts";
import type { Turn } from "../engine/feature.ts";
import { reviewsOf, totalOf } from "../preliminary-review/store.ts";
import { listsInForce, type RecommendationList } from "../recommendation/store.ts";
import type { ScoredCompound } from "./ranking.ts";

/** Every compound that takes part and whose points are locked: blind until then. In the definition's order of districts. */
export async function scoredCompounds({ tx, campaign }: Turn): Promise<ScoredCompound[]> {
  const { districts } = campaign.definition.campaign;
  const applications = await applicationsOf(tx, campaign.id, { states: ["submitted"] });
  const reviews = await reviewsOf(tx, campaign.id);
  const lists = await listsInForce(tx, campaign.id);
  return districts
    .flatMap(({ id }) => applications.filter(({ district }) => district === id))
    .flatMap(({ id, district, compoundName, declaration }) => {
      const review = reviews.get(id);
      if (review?.lockedAt === undefined) return [];
      const points = new Map([...review.points].map(([row, { hundredths }]) => [row, hundredths]));
      const listing = listingOf(lists.get(district), id);
      return [
        { applicationId: id, district, name: compoundName, points, total: totalOf(review), listing, declaration },
      ];
    });
}

function listingOf(list: RecommendationList | undefined, id: string): ScoredCompound["listing"] {
  if (!list) return "open";
  return list.items.some(({ applicationId }) => applicationId === id) ? "recommended" : "passedOver";
}
