import type { StaffId } from "../../../shared/brand.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { memberOf } from "../../directory/member.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import { receiptsOf } from "../../receipt/store.ts";
import { type AttachedFile, broadcastMessage, MESSAGE } from "../broadcast.ts";
import { chatsFor, sendOut, storeValues } from "../deliver.ts";
import { type Broadcast, broadcastTable, sentAs, storeFiles } from "../store.ts";
import { sentPhrases as phrases } from "./phrases.ts";

/**
 * Sends the new version to all who got the one before; on their phones it takes its place.
 *
 * @returns the number of receivers
 * @throws {RefusalError} if it was recalled meanwhile
 */
export async function correctWith(
  context: PersonContext,
  id: string,
  { text, files }: { text: string; files: readonly AttachedFile[] },
): Promise<number> {
  const broadcast = await sentAs(context.tx, id);
  if (!broadcast) throw new Error(`no broadcast ${id}`);
  requireSent(broadcast);
  const receivers = await receiversBefore(context, broadcast);
  const addressed = await chatsFor(context, broadcast.to, receivers);
  const values = await storeValues(context, text, receivers);
  const stored = await context.personal.store(text);
  const kept = await storeFiles(context, files);
  await context.withJournal({ action: "broadcast.corrected", rows: [broadcastTable.row({ id })] }, () =>
    context.tx.broadcast.update({
      where: { id },
      data: {
        ...{ text: { ...stored }, files: kept, correctedAt: context.now, receivers: receivers.length },
        ...(values ? { values: { ...values } } : {}),
      },
    }),
  );
  // What was attached before is with the receivers already.
  const isNew = (file: AttachedFile) => broadcast.files.every(({ hash }) => hash !== file.hash);
  await sendOut(context, { id, files: files.filter(isNew), part: String(context.now.getTime()) }, addressed);
  await context.cards.refresh({ kind: MESSAGE, subject: id });
  return receivers.length;
}

/** @throws {RefusalError} unless it stands with its receivers as a card */
export function requireSent({ state, number }: Broadcast): void {
  if (state !== "sent") throw new RefusalError(`broadcast.${state}`, phrases.notInForce(state, number));
}

/** Those who got it and are still of the campaign. */
async function receiversBefore(context: Context, { id }: Broadcast) {
  const receipts = await receiptsOf(context.tx, context.campaign.id, { message: broadcastMessage(id) });
  return membersOf(
    context,
    receipts.map(({ person }) => person),
  );
}

export const membersOf = (context: Context, ids: readonly StaffId[]) =>
  ids.flatMap((id) => memberOf(context.people, id) ?? []);
