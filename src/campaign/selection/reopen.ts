import { membersWhoMay } from "../directory/member.ts";
import type { Context } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import { changesSince } from "./changed.ts";
import type { Change } from "./changes.ts";
import { NOTICE_CARD } from "./decide.ts";
import { selectionChanged } from "./events.ts";
import { APPROVAL_CARD } from "./propose.ts";
import type { Selection } from "./selection.ts";
import { latestSelection, selectionTable } from "./store.ts";

/**
 * Asks for a new approval if what was proposed or approved has changed, and gives organizers and approver their card
 * anew. After 公布 the list stays; the cards name what has changed since.
 */
export async function judgeAgain(context: Context): Promise<void> {
  const { tx, campaign } = context;
  const known = await latestSelection(tx, campaign.id);
  if (known?.state !== "proposed" && known?.state !== "approved") return;
  await lockCampaign(tx, campaign.id);
  const selection = await latestSelection(tx, campaign.id);
  if (selection?.state !== "proposed" && selection?.state !== "approved") return;
  if ((await changesSince(context, selection)).length > 0) await reopen(context, selection);
}

async function reopen(context: Context, { version }: Selection): Promise<void> {
  const { tx, campaign, now } = context;
  const rows = [selectionTable.row({ campaign_id: campaign.id, version })];
  await context.withJournal({ action: "selection.reopened", rows }, () =>
    tx.selection.update({
      where: { campaignId_version: { campaignId: campaign.id, version } },
      data: { state: "reopened", reopenedAt: now },
    }),
  );
  await tellBoth(context, version);
  context.emit(selectionChanged, { version });
}

/** Changes of the selected compounds only. */
export const changesOfSelected = async (
  context: Context,
  { items, recordedAt }: Pick<Selection, "items" | "recordedAt">,
): Promise<Change[]> =>
  (await changesSince(context, { items: items.filter(({ selected }) => selected), recordedAt })).filter(
    ({ kind }) => kind !== "listed" && kind !== "unlisted",
  );

/** A new card at the end of the chat, because a redrawn one is not noticed. */
async function tellBoth({ campaign, people, cards }: Context, version: number): Promise<void> {
  const { definition } = campaign;
  for (const { staffId } of membersWhoMay(definition, people, "publication.publish")) {
    await cards.show(staffId, { kind: NOTICE_CARD, subject: String(version) });
  }
  for (const { staffId } of membersWhoMay(definition, people, "selection.approve")) {
    await cards.show(staffId, { kind: APPROVAL_CARD, subject: String(version) });
  }
}
