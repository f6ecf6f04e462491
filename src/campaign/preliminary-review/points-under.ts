import { applicationsOf } from "../application/store.ts";
import type { Turn } from "../engine/feature.ts";
import { reviewsOf } from "./store.ts";

/** The compounds that have points under these rows, by row: a changed row does not change what was given under it. */
export async function pointsUnder(
  { tx, campaign }: Turn,
  criteria: readonly string[],
): Promise<{ criterion: string; compounds: string[] }[]> {
  const [applications, reviews] = await Promise.all([applicationsOf(tx, campaign.id), reviewsOf(tx, campaign.id)]);
  return criteria
    .map((criterion) => ({
      criterion,
      compounds: applications
        .filter(({ id }) => reviews.get(id)?.points.has(criterion))
        .map(({ compoundName }) => compoundName),
    }))
    .filter(({ compounds }) => compounds.length > 0);
}
