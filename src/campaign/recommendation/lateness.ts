import { deadlineOf, type Lateness, latenessOf } from "../definition/deadlines.ts";
import { deadlineContext } from "../definition/running-campaign.ts";
import { restMarkWords } from "../definition/wording.ts";
import type { Context } from "../engine/context.ts";
import { listDeliverable } from "./levels.ts";

type Now = Pick<Context, "campaign" | "rulings" | "now">;

/** How a list reported now stands to its deadline. Late ones need a reason (逾期原因). */
export function latenessNow({ campaign, rulings, now }: Now, district: string): Lateness {
  const deliverable = listDeliverable(campaign.definition, district);
  return deliverable
    ? latenessOf(deadlineOf(deadlineContext(campaign, rulings, district), deliverable.id), now)
    : "inTime";
}

/** Mark of a list that came in the days off after the stated day: 9月30日后报送（法定休假日期间）. */
export function duringRestMark({ campaign, rulings }: Now, district: string): string {
  const deliverable = listDeliverable(campaign.definition, district);
  if (!deliverable) return "";
  return restMarkWords(campaign.definition, deadlineOf(deadlineContext(campaign, rulings, district), deliverable.id));
}
