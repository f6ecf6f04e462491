import { applicationsOf } from "../application/store.ts";
import type { HandedIn } from "../stage/handed-in.ts";
import { reviewsOf } from "./store.ts";

/** A district has done its 初评 when every compound of it that takes part is scored and locked. */
export const reviewsHandedIn: HandedIn = {
  deliverable: "preliminary-review",
  async districts(tx, campaignId) {
    const applications = await applicationsOf(tx, campaignId, { states: ["submitted"] });
    const reviews = await reviewsOf(tx, campaignId);
    const open = applications.filter(({ id }) => !reviews.get(id)?.lockedAt).map(({ district }) => district);
    return new Set(applications.map(({ district }) => district).filter((district) => !open.includes(district)));
  },
};
