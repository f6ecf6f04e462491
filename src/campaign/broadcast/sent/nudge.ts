import { chatKey } from "../../../platform/chat/chat-key.ts";
import type { Chat } from "../../../platform/chat/ports.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import { noteSentAgain } from "../../receipt/note-sent.ts";
import { readCount } from "../../receipt/rules.ts";
import { receiptsOf } from "../../receipt/store.ts";
import { broadcastMessage, MESSAGE, NOTICE } from "../broadcast.ts";
import { type Broadcast, broadcastTable } from "../store.ts";
import { membersOf, requireSent } from "./correct.ts";
import { sentPhrases as phrases } from "./phrases.ts";

/** Those who are known not to have read it, as members of today. */
export async function unreadOf(context: Context, { id }: Broadcast) {
  const receipts = await receiptsOf(context.tx, context.campaign.id, { message: broadcastMessage(id) });
  const { unread, isAsked } = readCount(receipts);
  return { isAsked, unread: membersOf(context, unread) };
}

/** Once: who still does not read it is called. */
export const mayNudge = ({ state, nudgedAt }: Broadcast): boolean => state === "sent" && nudgedAt === undefined;

/**
 * Sends the card once more to the direct chats of those who have not read it.
 *
 * @returns how many they are
 * @throws {RefusalError} if nobody is, it is not known, or they were reminded before
 */
export async function nudge(context: PersonContext, broadcast: Broadcast): Promise<number> {
  requireSent(broadcast);
  if (!mayNudge(broadcast)) throw new RefusalError("broadcast.nudged", phrases.nudgedBefore());
  const { isAsked, unread } = await unreadOf(context, broadcast);
  if (!isAsked) throw new RefusalError("broadcast.not-asked", phrases.notAsked());
  if (unread.length === 0) throw new RefusalError("broadcast.all-read", phrases.allRead());
  const { id } = broadcast;
  await context.withJournal({ action: "broadcast.nudged", rows: [broadcastTable.row({ id })] }, () =>
    context.tx.broadcast.update({ where: { id }, data: { nudgedAt: context.now } }),
  );
  const chats = unread.map(({ staffId }): Chat => ({ kind: "direct", person: staffId }));
  const cards = await context.cards.showAll(chats, { kind: NOTICE, subject: id });
  const to = unread.flatMap(({ staffId }) => {
    const cardId = cards.get(chatKey({ kind: "direct", person: staffId }));
    return cardId === undefined ? [] : [{ person: staffId, cardId }];
  });
  await noteSentAgain(context, { message: broadcastMessage(id), kind: "broadcast", to });
  await context.cards.refresh({ kind: MESSAGE, subject: id });
  return unread.length;
}
