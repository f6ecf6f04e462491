import { RefusalError } from "../../shared/refusal-error.ts";
import type { PersonContext } from "../engine/context.ts";
import { discardLater } from "../engine/dispatch/offered-files.ts";
import type { Attachment } from "./attachment.ts";
import { attachmentsChanged } from "./events.ts";
import { requireOpenPlace } from "./open-place.ts";
import { attachmentPhrases as phrases } from "./phrases.ts";
import { attachmentById, attachmentTable } from "./store.ts";

/**
 * Withdraws an attachment: the row stays, with who did it and why; the file is deleted after a day, unless something
 * else keeps it. The caller checks that the person may do so.
 *
 * @throws {RefusalError} if there is none, or it is withdrawn already
 */
export async function withdrawAttachment(
  context: PersonContext,
  { id, reason }: { id: string; reason?: string | undefined },
): Promise<Attachment> {
  const { tx, now, person, campaign } = context;
  await tx.$queryRaw`select 1 from attachment where id = ${id} for update`;
  const attachment = await attachmentById(tx, id);
  if (attachment?.state !== "filed" || attachment.campaignId !== campaign.id) {
    throw new RefusalError("attachment.unknown", phrases.unknown());
  }
  await requireOpenPlace(context, attachment);
  const withdrawReason = reason === undefined ? undefined : await context.personal.store(reason);
  const data = {
    ...{ state: "withdrawn", withdrawnAt: now, withdrawnBy: person.staffId },
    ...(withdrawReason ? { withdrawReason: { ...withdrawReason } } : {}),
  };
  const { caseId, place, keptHash, type, size } = attachment;
  const entry = {
    ...{ action: "attachment.withdrawn", rows: [attachmentTable.row({ id })] },
    ...(caseId === null ? {} : { caseId }),
  };
  await context.withJournal(entry, () => tx.attachment.update({ where: { id }, data }));
  await discardLater(context, { kind: "file", name: `${id}.${type}`, hash: keptHash, size });
  context.emit(attachmentsChanged, { ...(caseId === null ? {} : { caseId }), place });
  return (await attachmentById(tx, id)) ?? attachment;
}
