import { deadlineOf, latenessOf } from "../../definition/deadlines.ts";
import { deadlineContext } from "../../definition/running-campaign.ts";
import type { Context } from "../../engine/context.ts";
import { applicationDeliverable } from "../offered.ts";

/** 逾期: whether a district's first submission now comes after its deadline; never where the deadline does not bind. */
export function isLate(
  { campaign, rulings, now }: Pick<Context, "campaign" | "rulings" | "now">,
  district: string | undefined,
): boolean {
  const deliverable = applicationDeliverable(campaign.definition);
  if (deliverable === undefined) return false;
  return latenessOf(deadlineOf(deadlineContext(campaign, rulings, district), deliverable), now) === "late";
}
