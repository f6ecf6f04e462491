import { chatKey } from "../../platform/chat/chat-key.ts";
import type { Chat } from "../../platform/chat/ports.ts";
import type { Draft } from "../../platform/conversation/drafts.ts";
import { recorded } from "../../platform/journal/record.ts";
import { Refusal } from "../../shared/refusal.ts";
import { groupsOf } from "../directory/groups.ts";
import type { PersonTurn } from "../engine/feature.ts";
import type { Audience } from "./broadcast.ts";
import { messageOf, touchMessage } from "./drafts.ts";
import { broadcastPhrases } from "./phrases.ts";
import { officialsOf } from "./rules.ts";
import { messageView } from "./views.ts";

const acts = { group: "broadcast.sent-to-group", officials: "broadcast.sent-to-officials" } as const;

/**
 * Sends the waiting message, once: its draft is done in the same transaction.
 *
 * @returns how many people it reaches
 * @throws {Refusal} when it has no text, or nobody to go to
 */
export async function sendBroadcast(turn: PersonTurn, draft: Draft, pressed?: string): Promise<number> {
  const { tx, campaign, now, person, outbox } = turn;
  const { text, audience } = messageOf(draft);
  if (text === undefined) throw new Refusal("broadcast.empty", broadcastPhrases.empty());
  const chats = await chatsOf(turn, audience);
  const receivers = officialsOf(campaign.definition).length;
  const rows = [{ table: "broadcast" as const, key: { id: draft.id } }];
  const act = { campaignId: campaign.id, at: now, actor: person.staffId, action: acts[audience], rows };
  await recorded(tx, act, async () => {
    const kept = await turn.personal.keep(tx, campaign.id, text);
    await tx.broadcast.create({
      data: {
        id: draft.id,
        campaignId: campaign.id,
        text: { ...kept },
        receivers,
        sentBy: person.staffId,
        sentAt: now,
      },
    });
  });
  await turn.drafts.save(tx, draft, { state: "done" });
  const view = messageView(turn, text);
  for (const chat of chats) await outbox.say(tx, chat, { view, dedupeKey: `broadcast/${draft.id}/${chatKey(chat)}` });
  await touchMessage(turn, draft.id, pressed);
  return receivers;
}

/** Where it goes. @throws {Refusal} when there is nowhere */
async function chatsOf({ tx, campaign }: PersonTurn, audience: Audience): Promise<Chat[]> {
  if (audience === "group") {
    const groups = await groupsOf(tx, campaign.id, "campaign");
    if (groups.length === 0) throw new Refusal("broadcast.no-group", broadcastPhrases.noGroup());
    return groups;
  }
  const officials = officialsOf(campaign.definition);
  if (officials.length === 0) throw new Refusal("broadcast.no-officials", broadcastPhrases.noOfficials());
  return officials.map(({ staffId }) => ({ kind: "direct", person: staffId }));
}
