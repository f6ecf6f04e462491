import { applicationsOf } from "../application/store.ts";
import type { Turn } from "../engine/feature.ts";
import { reviewsOf, totalOf } from "../preliminary-review/store.ts";
import { listsInForce } from "../recommendation/store.ts";
import type { Candidate } from "./selection.ts";

/** Every compound on a confirmed list that still takes part. */
export async function candidatesOf({ tx, campaign }: Turn): Promise<Candidate[]> {
  const { districts } = campaign.definition.campaign;
  const lists = await listsInForce(tx, campaign.id);
  const taking = await applicationsOf(tx, campaign.id, { states: ["submitted"] });
  const reviews = await reviewsOf(tx, campaign.id);
  return districts
    .flatMap(({ id, name }) => (lists.get(id)?.items ?? []).map(({ applicationId }) => ({ applicationId, id, name })))
    .flatMap(({ applicationId, id, name }) => {
      const application = taking.find((one) => one.id === applicationId);
      if (!application) return [];
      const { compoundName, declaration } = application;
      const review = reviews.get(applicationId);
      const total = review?.lockedAt ? totalOf(review) : undefined;
      return [{ applicationId, district: id, districtName: name, name: compoundName, total, declaration }];
    })
    .map((candidate, at) => ({ ...candidate, number: at + 1 }));
}
