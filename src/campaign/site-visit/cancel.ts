import { RefusalError } from "../../shared/refusal-error.ts";
import type { Application } from "../application/application.ts";
import type { PersonContext } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import { endVisit } from "./arrange.ts";
import { visitsChanged } from "./events.ts";
import { visitRefusals as refusals } from "./phrases.ts";
import { visitsInForce } from "./store.ts";
import type { SiteVisit } from "./visit.ts";

/**
 * 取消核验: the visit is cancelled, the assignments stay.
 * @throws {RefusalError} if none is arranged
 */
export async function cancelVisit(
  context: PersonContext,
  { id, compoundName }: Application,
): Promise<{ before: SiteVisit; after: SiteVisit | undefined }> {
  const { tx, campaign } = context;
  await lockCampaign(tx, campaign.id);
  const before = (await visitsInForce(tx, campaign.id)).get(id);
  if (before?.state !== "arranged")
    throw new RefusalError("site-visit.not-arranged", refusals.notArranged(compoundName));
  await endVisit(context, before, "cancelled");
  context.emit(visitsChanged, { caseIds: [id] });
  return { before, after: (await visitsInForce(tx, campaign.id)).get(id) };
}
