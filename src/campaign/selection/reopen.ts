import type { Consequence } from "../application/consequences.ts";
import { membersWhoMay } from "../directory/member.ts";
import type { Context } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import { changesSince } from "./changed.ts";
import { type Change, consequencesOf } from "./changes.ts";
import { NOTICE_CARD } from "./decide.ts";
import { selectionChanged } from "./events.ts";
import { APPROVAL_CARD } from "./propose.ts";
import { stepOfSelection } from "./rules.ts";
import type { Selection } from "./selection.ts";
import { latestSelection, selectionTable } from "./store.ts";

/**
 * Asks for a new approval if a change of what was proposed or approved calls for one, and tells those whom the change
 * concerns. After 公布 the list stays; the cards name what has changed since.
 */
export async function judgeAgain(context: Context): Promise<void> {
  const { tx, campaign } = context;
  if (!mayReopen(await latestSelection(tx, campaign.id))) return;
  await lockCampaign(tx, campaign.id);
  const selection = await latestSelection(tx, campaign.id);
  const step = selection && stepOfSelection(selection);
  if (!selection || !step || !mayReopen(selection)) return;
  const consequences = consequencesOf(await changesSince(context, selection), step);
  if (consequences.some(({ mend }) => mend === "reapproval")) await reopen(context, selection, consequences);
}

/** One that is reopened already stays so. */
const mayReopen = (selection: Selection | undefined): boolean =>
  selection?.state === "proposed" || selection?.state === "approved";

async function reopen(
  context: Context,
  { version }: Selection,
  consequences: readonly Pick<Consequence, "told">[],
): Promise<void> {
  const { tx, campaign, now } = context;
  const rows = [selectionTable.row({ campaign_id: campaign.id, version })];
  await context.withJournal({ action: "selection.reopened", rows, whenClosed: true }, () =>
    tx.selection.update({
      where: { campaignId_version: { campaignId: campaign.id, version } },
      data: { state: "reopened", reopenedAt: now },
    }),
  );
  await tell(context, version, new Set(consequences.flatMap(({ told }) => told)));
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

/** A new card at the end of the chat, because a redrawn one is not noticed. A district is told by the change itself. */
async function tell(
  { campaign, people, cards }: Context,
  version: number,
  told: ReadonlySet<Consequence["told"][number]>,
): Promise<void> {
  const subject = String(version);
  const show = async (kind: string, capability: "publication.publish" | "selection.approve"): Promise<void> => {
    for (const { staffId } of membersWhoMay(campaign.definition, people, capability)) {
      await cards.show(staffId, { kind, subject });
    }
  };
  if (told.has("organizer")) await show(NOTICE_CARD, "publication.publish");
  if (told.has("approver")) await show(APPROVAL_CARD, "selection.approve");
}
