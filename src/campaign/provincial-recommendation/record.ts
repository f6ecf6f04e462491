import { type CivilDate, dayOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { attach } from "../attachment/attach.ts";
import type { Attachment } from "../attachment/attachment.ts";
import { attachmentsAt } from "../attachment/store.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import type { OfferedFile } from "../engine/dispatch/offered-files.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import { sentToProvince } from "../selection/events.ts";
import { provincialChanged } from "./events.ts";
import { provincialRefusals as refusals } from "./phrases.ts";
import type { ProvincialRecommendation } from "./recommendation.ts";
import { provincialInForce, provincialTable } from "./store.ts";

/** @throws {RefusalError} before the first approval */
async function approvedOne({ tx, campaign }: Context): Promise<ProvincialRecommendation> {
  await lockCampaign(tx, campaign.id);
  const inForce = await provincialInForce(tx, campaign.id);
  if (!inForce) throw new RefusalError("provincial-recommendation.not-approved", refusals.notApproved());
  return inForce;
}

/**
 * Records that the version in force went to the province; again, it is corrected.
 * @throws {RefusalError} before the approval, for a day to come or before the approval
 */
export async function recordSent(
  context: PersonContext,
  { sentOn, documentNumber, signedFor }: { sentOn: CivilDate; documentNumber?: string; signedFor?: string },
): Promise<number> {
  const { tx, campaign, now } = context;
  const { version, decidedAt } = await approvedOne(context);
  if (sentOn > dayOf(now)) throw new RefusalError("provincial-recommendation.future", refusals.future());
  if (decidedAt && sentOn < dayOf(decidedAt))
    throw new RefusalError("provincial-recommendation.too-early", refusals.beforeApproval());
  const stored = signedFor === undefined ? undefined : await context.personal.store(signedFor);
  const rows = [provincialTable.row({ campaign_id: campaign.id, version })];
  await context.withJournal({ action: "provincial-recommendation.sent", rows, whenClosed: true }, () =>
    tx.provincialRecommendation.update({
      where: { campaignId_version: { campaignId: campaign.id, version } },
      data: {
        sentOn,
        ...(documentNumber === undefined ? {} : { documentNumber }),
        ...(stored ? { signedFor: { ...stored } } : {}),
      },
    }),
  );
  context.emit(provincialChanged, { version });
  context.emit(sentToProvince, {});
  return version;
}

/** Records what the province decided. @throws {RefusalError} unless the version in force has been sent */
export async function recordResult(context: PersonContext, result: string): Promise<number> {
  const { tx, campaign } = context;
  const { version, sentOn } = await approvedOne(context);
  if (sentOn === undefined) throw new RefusalError("provincial-recommendation.not-sent", refusals.notSent());
  const stored = await context.personal.store(result);
  const rows = [provincialTable.row({ campaign_id: campaign.id, version })];
  await context.withJournal({ action: "provincial-recommendation.result-recorded", rows, whenClosed: true }, () =>
    tx.provincialRecommendation.update({
      where: { campaignId_version: { campaignId: campaign.id, version } },
      data: { result: { ...stored } },
    }),
  );
  context.emit(provincialChanged, { version });
  return version;
}

const PLACE = "provincial-recommendation:";

/** The province's own forms, and what came back, of every version. */
export const provincialPapers = ({ tx, campaign }: Pick<Context, "tx" | "campaign">): Promise<Attachment[]> =>
  attachmentsAt(tx, { campaignId: campaign.id, prefix: PLACE });

/** Files a form of the province's, or its answer. @throws {RefusalError} before the first approval */
export async function filePaper(context: PersonContext, { codes: _, ...file }: OfferedFile) {
  const { version } = await approvedOne(context);
  const accepts = ["picture", "pdf", "docx", "xlsx"] as const;
  const { again } = await attach(context, { place: `${PLACE}${version}`, file, accepts });
  context.emit(provincialChanged, { version });
  return { again, count: (await provincialPapers(context)).length };
}
