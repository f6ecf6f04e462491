import type { ReceivedFile } from "../../../platform/chat/dispatcher.ts";
import type { CivilDate } from "../../../shared/civil-date.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { type Application, takesPart } from "../../application/application.ts";
import { applicationById } from "../../application/store.ts";
import { attach } from "../../attachment/attach.ts";
import { attachmentsAt } from "../../attachment/store.ts";
import { isAssigned } from "../../directory/member.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import { visitMade } from "../made.ts";
import { mayArrange } from "../may.ts";
import { visitsInForce, visitsOf } from "../store.ts";
import type { SiteVisit } from "../visit.ts";
import { recordPlace, visitWithNumber } from "./number.ts";
import { recordPhrases as phrases } from "./phrases.ts";

/** The visit whose record a check number is on, and the one that the record belongs to now. */
export interface RecognisedRecord {
  application: Application;
  printed: SiteVisit;
  /** Arranged or made. */
  visit: SiteVisit;
}

/**
 * The visit that the number on a record names. One that was moved after printing belongs to the day it was moved to.
 * @returns the sentence that says why it is not taken
 */
export async function recordWithNumber(context: PersonContext, number: string): Promise<RecognisedRecord | string> {
  const { tx, campaign, person } = context;
  const printed = visitWithNumber(campaign.id, await visitsOf(tx, campaign.id), number);
  const application = printed && (await applicationById(tx, printed.caseId));
  if (!printed || !application) return phrases.foreign();
  const { id, compoundName: name } = application;
  if (!mayArrange(context) && !isAssigned(person, id)) return phrases.notYourSite(name);
  if (!takesPart(application)) return phrases.gone(name);
  const visit = printed.state === "cancelled" ? (await visitsInForce(tx, campaign.id)).get(id) : printed;
  return visit ? { application, printed, visit } : phrases.cancelled(name);
}

/**
 * Files a signed record at its visit, which it shows to have been made.
 * @returns how many pages are filed, whether this one was filed before, and the day of the visit
 */
export async function fileRecord(
  context: PersonContext,
  { application, visit }: RecognisedRecord,
  file: ReceivedFile,
): Promise<{ count: number; again: boolean; day: CivilDate }> {
  const { again } = await attach(context, {
    ...{ place: recordPlace(visit), caseId: application.id, file, accepts: ["picture", "pdf"] },
  });
  const made = again ? undefined : await visitMade(context, application.id);
  return { count: await pagesOf(context, visit), again, day: (made ?? visit).day };
}

/** Filed pages of the signed record. */
export const pagesOf = async ({ tx, campaign }: Pick<Context, "tx" | "campaign">, visit: SiteVisit): Promise<number> =>
  (await attachmentsAt(tx, { campaignId: campaign.id, caseIds: [visit.caseId], prefix: recordPlace(visit) })).filter(
    ({ place }) => place === recordPlace(visit),
  ).length;

/** @throws {RefusalError} with the sentence, where the record is not taken */
export function requireRecord(found: RecognisedRecord | string): RecognisedRecord {
  if (typeof found === "string") throw new RefusalError("site-visit.record", found);
  return found;
}
