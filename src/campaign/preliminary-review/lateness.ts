import type { Application } from "../application/application.ts";
import { tell } from "../application/tell.ts";
import { type Deadline, deadlineOf, latenessOf } from "../definition/deadlines.ts";
import { districtName } from "../definition/districts.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import { deadlineContext } from "../definition/running-campaign.ts";
import { membersWith } from "../directory/member.ts";
import type { Context } from "../engine/context.ts";
import { reviewPhrases as phrases } from "./phrases.ts";
import { reviewDeliverable } from "./review.ts";

type Now = Pick<Context, "campaign" | "rulings" | "now">;

/** When 初评 of the district is due; undefined in campaigns that do not ask for it. */
export function reviewDeadline(
  { campaign }: Pick<Context, "campaign">,
  rulings: RulingsInForce,
  district: string,
): Deadline | undefined {
  const deliverable = reviewDeliverable(campaign.definition);
  return deliverable === undefined ? undefined : deadlineOf(deadlineContext(campaign, rulings, district), deliverable);
}

/** 逾期: whether a district's review finalized now comes after its deadline; never where the deadline does not bind. */
export function isLate(context: Now, district: string): boolean {
  const deadline = reviewDeadline(context, context.rulings, district);
  return deadline !== undefined && latenessOf(deadline, context.now) === "late";
}

/** The city learns that a review is late, and why. */
export async function tellLate(context: Context, { district, compoundName }: Application, reason: string) {
  const to = membersWith(context.people, "organizer").map(({ staffId }) => staffId);
  const name = districtName(context.campaign.definition, district);
  await tell(context, to, phrases.toldLate(name, compoundName, reason));
}
