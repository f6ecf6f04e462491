import { chatKey } from "../../platform/chat/chat-key.ts";
import type { Chat } from "../../platform/chat/ports.ts";
import type { Draft } from "../../platform/conversation/drafts.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { groupsOf } from "../directory/groups.ts";
import type { PersonContext } from "../engine/context.ts";
import { noteSent } from "../receipt/note-sent.ts";
import { type Audience, broadcastMessage } from "./broadcast.ts";
import { finishMessage, messageOf } from "./drafts.ts";
import { broadcastPhrases } from "./phrases.ts";
import { officialsAmong } from "./rules.ts";
import { broadcastTable } from "./store.ts";
import { messageView } from "./views.ts";

const actions = { group: "broadcast.sent-to-group", officials: "broadcast.sent-to-officials" } as const;

/**
 * Sends the message and marks its draft done in the same transaction, so that it is sent once.
 *
 * @returns the number of receivers
 * @throws {RefusalError} if there is no text or no receiver
 */
export async function sendBroadcast(context: PersonContext, draft: Draft): Promise<number> {
  const { tx, campaign, now, person, people } = context;
  const { text, audience } = messageOf(draft);
  if (text === undefined) throw new RefusalError("broadcast.empty", broadcastPhrases.empty());
  const chats = await chatsOf(context, audience);
  const receivers = officialsAmong(people).length;
  const rows = [broadcastTable.row({ id: draft.id })];
  await context.withJournal({ action: actions[audience], rows }, async () => {
    const stored = await context.personal.store(text);
    const data = { campaignId: campaign.id, text: { ...stored }, receivers, sentBy: person.staffId, sentAt: now };
    await tx.broadcast.create({ data: { id: draft.id, ...data } });
  });
  await finishMessage(context, draft);
  const view = messageView(context, text);
  for (const chat of chats) await context.outbox.say(chat, view, keyOf(draft.id, chat));
  const [group] = chats.filter((chat) => chat.kind === "group");
  const to = officialsAmong(people).map((one) => ({
    person: one.staffId,
    outboxKey: keyOf(draft.id, group ?? { kind: "direct", person: one.staffId }),
  }));
  await noteSent(context, { message: broadcastMessage(draft.id), kind: "broadcast", to });
  return receivers;
}

const keyOf = (id: string, chat: Chat): string => `${broadcastMessage(id)}/${chatKey(chat)}`;

/** @throws {RefusalError} if there is no chat to send to */
async function chatsOf({ tx, campaign, people }: PersonContext, audience: Audience): Promise<Chat[]> {
  if (audience === "group") {
    const groups = await groupsOf(tx, campaign.id, "campaign");
    if (groups.length === 0) throw new RefusalError("broadcast.no-group", broadcastPhrases.noGroup());
    return groups;
  }
  const officials = officialsAmong(people);
  if (officials.length === 0) throw new RefusalError("broadcast.no-officials", broadcastPhrases.noOfficials());
  return officials.map(({ staffId }) => ({ kind: "direct", person: staffId }));
}
