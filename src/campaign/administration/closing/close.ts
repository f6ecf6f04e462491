import { RefusalError } from "../../../shared/refusal-error.ts";
import { lastArchive } from "../../archive/store.ts";
import { membersWith } from "../../directory/member.ts";
import { campaignClosed, campaignReopened } from "../../engine/acceptance.ts";
import type { Context } from "../../engine/context.ts";
import { dueMomentTable } from "../../engine/schedule/schedule.ts";
import { campaignTable } from "../../engine/start/start-campaign.ts";
import { closingPhrases } from "./phrases.ts";

/** Kind of the due moments for automatic closing. */
export const CLOSING = "campaign.closing";

/** Makes the campaign read-only and informs the other organizers. */
export async function closeCampaign(context: Context): Promise<void> {
  const { tx, campaign, now, people, actor, outbox } = context;
  await context.withJournal({ action: "campaign.closed", rows: [campaignTable.row({ id: campaign.id })] }, async () => {
    await tx.campaign.update({ where: { id: campaign.id }, data: { closedAt: now } });
  });
  await context.reload();
  context.emit(campaignClosed, {});
  for (const { staffId } of membersWith(people, "organizer").filter((one) => one.staffId !== actor)) {
    await outbox.say(staffId, closingPhrases.closedView(campaign.definition.campaign.title));
  }
}

/**
 * Reopens the campaign and cancels its automatic closing.
 *
 * @throws {RefusalError} if the campaign is not closed, or an archive of it is being made
 */
export async function reopenCampaign(context: Context): Promise<void> {
  const { tx, campaign, now } = context;
  if (campaign.closedAt === undefined) throw new RefusalError("campaign.not-closed", closingPhrases.notClosed());
  const archive = await lastArchive(tx, campaign.id);
  // What it holds is read piece by piece: it must be one state.
  if (archive?.state === "confirmed")
    throw new RefusalError("campaign.archive-in-making", closingPhrases.archiveInMaking(archive.number));
  const unfired = { campaignId: campaign.id, kind: CLOSING, firedAt: null };
  const moments = await tx.dueMoment.findMany({ where: unfired });
  const rows = [
    campaignTable.row({ id: campaign.id }),
    ...moments.map(({ kind, key }) => dueMomentTable.row({ campaign_id: campaign.id, kind, key })),
  ];
  await context.withJournal({ action: "campaign.reopened", rows, whenClosed: true }, async () => {
    await tx.campaign.update({ where: { id: campaign.id }, data: { closedAt: null } });
    await tx.dueMoment.updateMany({ where: unfired, data: { firedAt: now, outcome: "reopened" } });
  });
  await context.reload();
  context.emit(campaignClosed, {});
  context.emit(campaignReopened, {});
}
