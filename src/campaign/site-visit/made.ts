import { type CivilDate, dayOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { applicationById } from "../application/store.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import type { Ledger } from "../scoring/score-sheet.ts";
import { areAllFinal } from "./all-final.ts";
import { arrangeVisits, endVisit, visitsFollow } from "./arrange.ts";
import { visitRefusals as refusals } from "./phrases.ts";
import { visitsInForce } from "./store.ts";
import { tellChanges } from "./tell.ts";
import type { SiteVisit } from "./visit.ts";

/**
 * The arranged visit of the case was made: its record was filed, all its points are final, or somebody said so. Nothing is
 * done where it was made before, or none is arranged.
 * @returns the visit that was made; undefined if nothing was done
 */
export async function visitMade(context: Context, caseId: string): Promise<SiteVisit | undefined> {
  const { tx, campaign } = context;
  await lockCampaign(tx, campaign.id);
  const before = (await visitsInForce(tx, campaign.id)).get(caseId);
  const application = await applicationById(tx, caseId);
  if (!application || before?.state !== "arranged") return undefined;
  const today = dayOf(context.now);
  // Visited before the arranged day: it is the day on which that was entered.
  await endVisit(context, before, "made", before.day > today ? today : undefined);
  const after = (await visitsInForce(tx, campaign.id)).get(caseId);
  visitsFollow(context, [{ application, before, after }]);
  // Of an unannounced visit the district hears now.
  if (before.unannounced) await tellChanges(context, { visits: [{ application, before, after }], assignments: [] });
  return after;
}

/**
 * 已核验, on the arranged day or the given one.
 * @throws {RefusalError} for a day to come, or without an arrangement and a day
 */
export async function sayMade(
  context: PersonContext,
  { caseId, name, on }: { caseId: string; name: string; on: CivilDate | undefined },
): Promise<{ day: CivilDate; again: boolean }> {
  const { tx, campaign, now } = context;
  const today = dayOf(now);
  if (on !== undefined && on > today) throw new RefusalError("site-visit.future", refusals.future(on));
  const visit = (await visitsInForce(tx, campaign.id)).get(caseId);
  if (visit?.state === "made" && (on === undefined || on === visit.day)) return { day: visit.day, again: true };
  const day = on ?? visit?.day;
  if (day === undefined) throw new RefusalError("site-visit.not-arranged", refusals.notArranged(name));
  if (day > today) throw new RefusalError("site-visit.not-yet", refusals.notYet(name, day));
  if (visit?.state !== "arranged" || visit.day !== day) {
    await arrangeVisits(context, [{ caseIds: [caseId], day }], { afterwards: true });
  }
  await visitMade(context, caseId);
  return { day, again: false };
}

/** The last of the assigned members has made the points of a site final. */
export async function followPoints(
  context: Context,
  { caseId, ledger }: { caseId: string; ledger: Ledger },
): Promise<void> {
  if (ledger === "city" && (await areAllFinal(context, caseId))) await visitMade(context, caseId);
}
