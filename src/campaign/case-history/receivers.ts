import { chatOfKey } from "../../platform/chat/chat-key.ts";
import { namesOf } from "../directory/store.ts";
import type { PersonContext } from "../engine/context.ts";
import { historyPhrases } from "./phrases.ts";

/**
 * Who had a delivered card about the case at that moment, in the order of the first card. Cards keep the machine's
 * time: the moment is where the journal's next entry was recorded.
 */
export async function receiversOf({ tx, campaign }: PersonContext, caseId: string, at: Date): Promise<string[]> {
  const rows = await tx.$queryRaw<{ chat: string }[]>`
    select chat from card
    where campaign_id = ${campaign.id} and delivered_version > 0 and (subject = ${caseId} or subject like ${`${caseId}/%`})
      and created_at < coalesce((select recorded_at from journal_entry
        where campaign_id = ${campaign.id} and at > ${at} order by at, recorded_at limit 1), 'infinity')
    group by chat order by min(created_at), chat`;
  const chats = rows.map(({ chat }) => chatOfKey(chat));
  const people = chats.flatMap((chat) => (chat.kind === "direct" ? [chat.person] : []));
  const names = await namesOf(tx, people);
  const all = chats.map((chat) =>
    chat.kind === "direct" ? (names.get(chat.person) ?? chat.person) : historyPhrases.lookBack.toldGroup(),
  );
  return [...new Set(all)];
}
