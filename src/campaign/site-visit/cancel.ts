import { RefusalError } from "../../shared/refusal-error.ts";
import type { Application } from "../application/application.ts";
import type { PersonContext } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import { endVisit, visitsFollow } from "./arrange.ts";
import { visitRefusals as refusals } from "./phrases.ts";
import { visitsInForce } from "./store.ts";
import type { SiteVisit } from "./visit.ts";

/**
 * 取消核验: the visit is cancelled, the assignments stay.
 * @throws {RefusalError} if none is arranged
 */
export async function cancelVisit(
  context: PersonContext,
  application: Application,
): Promise<{ before: SiteVisit; after: SiteVisit | undefined }> {
  const { tx, campaign } = context;
  const { id, compoundName } = application;
  await lockCampaign(tx, campaign.id);
  const before = (await visitsInForce(tx, campaign.id)).get(id);
  if (before?.state !== "arranged")
    throw new RefusalError("site-visit.not-arranged", refusals.notArranged(compoundName));
  await endVisit(context, before, "cancelled");
  const after = (await visitsInForce(tx, campaign.id)).get(id);
  visitsFollow(context, [{ application, before, after }]);
  return { before, after };
}
