import type { Attachment } from "../attachment/attachment.ts";
import { attachmentsChanged } from "../attachment/events.ts";
import { requireOpenPlace } from "../attachment/open-place.ts";
import { attachmentTable, lockPlace, recordedAt } from "../attachment/store.ts";
import type { PersonContext } from "../engine/context.ts";

/** 改放. Moves an attachment to the end of another row of its case; the journal keeps where it was. */
export async function moveAttachment(
  context: PersonContext,
  { id, caseId, place: from }: Pick<Attachment, "id" | "caseId" | "place">,
  place: string,
): Promise<void> {
  const { tx, campaign } = context;
  if (place === from || caseId === null) return;
  await requireOpenPlace(context, { caseId, place: from });
  await requireOpenPlace(context, { caseId, place });
  await lockPlace(tx, campaign.id, caseId, place);
  const recorded = await recordedAt(tx, { campaignId: campaign.id, caseIds: [caseId], prefix: place });
  const ordinal = Math.max(0, ...recorded.filter((one) => one.place === place).map((one) => one.ordinal)) + 1;
  await context.withJournal({ action: "evidence.moved", rows: [attachmentTable.row({ id })], caseId }, () =>
    tx.attachment.update({ where: { id }, data: { place, ordinal } }),
  );
  context.emit(attachmentsChanged, { caseId, place: from });
  context.emit(attachmentsChanged, { caseId, place });
}
