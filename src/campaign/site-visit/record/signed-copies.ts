import { RefusalError } from "../../../shared/refusal-error.ts";
import { type Attachment, endingOf } from "../../attachment/attachment.ts";
import { isSendable } from "../../attachment/give.ts";
import { attachmentsAt } from "../../attachment/store.ts";
import { withdrawAttachment } from "../../attachment/withdraw.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import { areAllFinal } from "../all-final.ts";
import { mayArrange } from "../may.ts";
import type { Site } from "../sites.ts";
import { VISIT_PLACES } from "./number.ts";
import { recordPhrases as phrases } from "./phrases.ts";

/** Filed pages of the site's records, of all its visits. */
export const signedCopies = (
  { tx, campaign }: Pick<Context, "tx" | "campaign">,
  caseId: string,
): Promise<Attachment[]> => attachmentsAt(tx, { campaignId: campaign.id, caseIds: [caseId], prefix: VISIT_PLACES });

/**
 * Sends the signed records to who filed them; to others once all members' points of the site are final, since the points
 * stand on the paper.
 * @throws {RefusalError} if none is filed, or they are not shown yet
 */
export async function giveRecords(context: PersonContext, { application }: Site): Promise<number> {
  const { id: caseId, compoundName: name } = application;
  const copies = await signedCopies(context, caseId);
  if (copies.length === 0) throw new RefusalError("site-visit.record", phrases.noneFiled(name));
  const isFinal = await areAllFinal(context, caseId);
  const shown = copies.filter(({ addedBy }) => isFinal || addedBy === context.person.staffId);
  if (shown.length === 0) throw new RefusalError("site-visit.record", phrases.notShown(name));
  for (const [at, { type, keptHash: hash }] of shown.entries()) {
    if (!isSendable(type)) continue;
    const file = { name: `${phrases.copyName(name, at + 1)}.${endingOf(type)}`, hash };
    const send = () => context.outbox.sendFile(context.chat, file);
    await context.withJournal({ action: "attachment.seen", caseId, whenClosed: true }, send);
  }
  return shown.length;
}

/**
 * Takes the last filed page back: who filed it, the lead or the organizer.
 * @throws {RefusalError} if there is none, or it is another's
 */
export async function withdrawRecord(context: PersonContext, { application }: Site): Promise<number> {
  const { id: caseId, compoundName: name } = application;
  const copies = await signedCopies(context, caseId);
  const last = copies.toSorted((one, other) => one.addedAt.getTime() - other.addedAt.getTime()).at(-1);
  if (!last) throw new RefusalError("site-visit.record", phrases.noneFiled(name));
  if (last.addedBy !== context.person.staffId && !mayArrange(context)) {
    throw new RefusalError("site-visit.record", phrases.othersCopy(name, nounsOf(context.campaign.definition)));
  }
  await withdrawAttachment(context, { id: last.id });
  return copies.length - 1;
}
