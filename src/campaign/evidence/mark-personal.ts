import type { Attachment } from "../attachment/attachment.ts";
import { attachmentsChanged } from "../attachment/events.ts";
import { attachmentTable } from "../attachment/store.ts";
import type { PersonContext } from "../engine/context.ts";

/** 含个人信息. Marks an attachment, or takes the mark back; the caller checks that the person sees it. */
export async function markPersonal(
  context: PersonContext,
  { id, caseId, place }: Pick<Attachment, "id" | "caseId" | "place">,
  personal: boolean,
): Promise<void> {
  const entry = {
    ...{ action: "evidence.personal", rows: [attachmentTable.row({ id })] },
    ...(caseId === null ? {} : { caseId }),
  };
  await context.withJournal(entry, () => context.tx.attachment.update({ where: { id }, data: { personal } }));
  context.emit(attachmentsChanged, { ...(caseId === null ? {} : { caseId }), place });
}
