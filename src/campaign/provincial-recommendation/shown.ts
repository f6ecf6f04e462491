import type { Context } from "../engine/context.ts";
import { keptCases } from "../selection/kept.ts";
import { selectionOfCard } from "../selection/store.ts";
import { provincialPhrases as phrases } from "./phrases.ts";
import type { ProvincialRecommendation } from "./recommendation.ts";

/** A recommended case as it was kept with the published list. */
export interface ShownItem {
  applicationId: string;
  name: string;
  district: string;
  districtId: string;
  reason: string;
}

/** The cases of a version in their order. */
export async function shownItems(
  context: Context,
  { items, selectionVersion }: ProvincialRecommendation,
): Promise<ShownItem[]> {
  const { tx, campaign, personal } = context;
  const { recordedAt } = await selectionOfCard(tx, campaign.id, String(selectionVersion));
  const texts = await personal.read(items.map(({ reason }) => reason));
  const cases = await keptCases(context, items, recordedAt);
  return cases.map(({ applicationId, name, district, districtName, item }) => ({
    ...{ applicationId, name, district: districtName, districtId: district },
    reason: texts.get(item.reason.personal) ?? phrases.erased(),
  }));
}
