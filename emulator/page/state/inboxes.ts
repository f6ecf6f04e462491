import { type Signal, signal } from "@preact/signals";
import type { EmulatedMessage } from "../../src/contract/control.ts";
import type { Control } from "../api/control.ts";
import { inOrder, withChanges } from "./messages-in-order.ts";
import { oneAtATime } from "./one-at-a-time.ts";

/** All chats of one person, each with the messages fetched so far, in order of arrival. */
export interface Inbox {
  seq: number;
  chats: ReadonlyMap<string, readonly EmulatedMessage[]>;
  /** The number of messages of a chat before those loaded; 0 where missing. */
  older: ReadonlyMap<string, number>;
}

/** Always a new object, so that requests started before an inbox was emptied can be recognised. */
const empty = (): Inbox => ({ seq: 0, chats: new Map(), older: new Map() });

export interface InboxStore {
  of(userId: string): Signal<Inbox>;
  /** Fetches changes for these people, unless they are already loaded. */
  catchUp(userIds: readonly string[], seq?: number): Promise<void>;
  /** Fetches earlier messages of one chat, if there are any. */
  loadEarlier(userId: string, chatId: string): Promise<void>;
  /** Forgets everything after a reset of the emulator. */
  clear(): void;
}

type InboxControl = Pick<Control, "recent" | "earlier" | "changes">;

export function makeInboxes(control: InboxControl): InboxStore {
  const inboxes = new Map<string, Signal<Inbox>>();
  const fetchFor = oneAtATime((userId) => fetchOnce(control, userId, of(userId)));

  function of(userId: string): Signal<Inbox> {
    const known = inboxes.get(userId) ?? signal(empty());
    inboxes.set(userId, known);
    return known;
  }

  return {
    of,
    catchUp: async (userIds, seq = Number.POSITIVE_INFINITY) => {
      await Promise.all(userIds.filter((userId) => of(userId).value.seq < seq).map(fetchFor));
    },
    loadEarlier: async (userId, chatId) => {
      const inbox = of(userId);
      const [first] = inbox.value.chats.get(chatId) ?? [];
      if (first === undefined || (inbox.value.older.get(chatId) ?? 0) === 0) return;
      const { messages, older } = await control.earlier(userId, chatId, first.id);
      const { seq, chats, older: before } = inbox.value;
      const now = chats.get(chatId) ?? [];
      if (now[0]?.id !== first.id) return;
      inbox.value = {
        seq,
        chats: new Map(chats).set(chatId, [...messages, ...now]),
        older: new Map(before).set(chatId, older),
      };
    },
    clear: () => {
      for (const inbox of inboxes.values()) inbox.value = empty();
    },
  };
}

async function fetchOnce(control: InboxControl, userId: string, inbox: Signal<Inbox>): Promise<void> {
  const before = inbox.value;
  if (before.seq === 0) {
    const { messages, older, seq } = await control.recent(userId);
    if (inbox.value === before)
      inbox.value = { seq, chats: merged(before, messages), older: new Map(Object.entries(older)) };
    return;
  }
  const reply = await control.changes(userId, before.seq);
  if (reply.seq < before.seq) {
    inbox.value = empty();
    return fetchOnce(control, userId, inbox);
  }
  const now = inbox.value;
  if (now.seq === before.seq) inbox.value = { ...now, seq: reply.seq, chats: merged(now, reply.messages) };
}

/** An unchanged chat keeps its list, so that it is not rendered again. */
function merged({ chats, older }: Inbox, news: readonly EmulatedMessage[]): Inbox["chats"] {
  if (news.length === 0) return chats;
  const next = new Map(chats);
  const byChat = new Map<string, EmulatedMessage[]>();
  for (const message of news) {
    const known = byChat.get(message.conversationId);
    if (known === undefined) byChat.set(message.conversationId, [message]);
    else known.push(message);
  }
  for (const [chatId, changed] of byChat) {
    const old = next.get(chatId);
    const isCut = (older.get(chatId) ?? 0) > 0;
    next.set(chatId, old === undefined ? inOrder(changed) : withChanges(old, changed, isCut));
  }
  return next;
}
