import { RefusalError } from "../../shared/refusal-error.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import { type Attachment, type AttachmentType, endingOf } from "./attachment.ts";
import { attachmentPhrases as phrases } from "./phrases.ts";
import { maySeeAttachment } from "./rules.ts";

const SENDABLE: readonly AttachmentType[] = ["docx", "xlsx", "pdf", "jpeg", "png", "gif", "bmp"];

/** Whether a robot can send files of the type, as files or pictures. */
export const isSendable = (type: AttachmentType): boolean => SENDABLE.includes(type);

/**
 * Sends an attachment to who asks for it, in the direct chat; the look is journaled.
 *
 * @param name as people see it, without the ending
 * @param reported whether the district has reported the case to the city
 * @throws {RefusalError} for those who may not see it, in a group, or of a type that cannot be sent
 */
export async function giveAttachment(
  context: PersonContext,
  attachment: Attachment,
  { name, reported }: { name: string; reported: boolean },
): Promise<void> {
  const { campaign, person } = context;
  const { district, caseId, type, keptHash: hash } = attachment;
  if (context.place === "group") throw new RefusalError("attachment.group", phrases.directOnly());
  if (!maySeeAttachment(campaign.definition, person, { district, reported, caseId })) {
    throw new RefusalError("attachment.may-not-see", phrases.mayNotSee(nounsOf(campaign.definition)));
  }
  if (attachment.state !== "filed") throw new RefusalError("attachment.unknown", phrases.unknown());
  if (!isSendable(type)) throw new RefusalError("attachment.not-sendable", phrases.notSendable(type));
  await context.withJournal({ action: "attachment.seen", caseId: caseId ?? undefined }, async () => {
    await context.outbox.sendFile(context.chat, { name: `${name}.${endingOf(type)}`, hash });
  });
}
