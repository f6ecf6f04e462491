import { type Signal, signal } from "@preact/signals";
import type { EmulatedMessage } from "../../contract.ts";
import type { Control } from "../api/control.ts";
import { oneAtATime } from "./one-at-a-time.ts";

/** All chats of one person, each in the order in which its messages came. */
export interface Inbox {
  seq: number;
  chats: ReadonlyMap<string, readonly EmulatedMessage[]>;
}

const EMPTY: Inbox = { seq: 0, chats: new Map() };

export interface InboxStore {
  of(userId: string): Signal<Inbox>;
  /** Fetches what changed for everybody on the page, unless it is already here. */
  catchUp(userIds: readonly string[], seq?: number): Promise<void>;
  /** Forgets everything: the emulator began anew. */
  clear(): void;
}

export function makeInboxes(control: Control): InboxStore {
  const inboxes = new Map<string, Signal<Inbox>>();
  const fetchFor = oneAtATime((userId) => fetchOnce(userId, of(userId)));

  function of(userId: string): Signal<Inbox> {
    const known = inboxes.get(userId) ?? signal(EMPTY);
    inboxes.set(userId, known);
    return known;
  }

  async function fetchOnce(userId: string, inbox: Signal<Inbox>): Promise<void> {
    const before = inbox.value;
    const reply = await control.messages(userId, before.seq);
    if (reply.seq < before.seq) {
      inbox.value = EMPTY;
      return fetchOnce(userId, inbox);
    }
    if (inbox.value === before) inbox.value = merged(before, reply);
  }

  return {
    of,
    catchUp: async (userIds, seq = Number.POSITIVE_INFINITY) => {
      await Promise.all(userIds.filter((userId) => of(userId).value.seq < seq).map(fetchFor));
    },
    clear: () => {
      for (const inbox of inboxes.values()) inbox.value = EMPTY;
    },
  };
}

function merged(inbox: Inbox, news: { messages: EmulatedMessage[]; seq: number }): Inbox {
  if (news.messages.length === 0) return { ...inbox, seq: news.seq };
  const chats = new Map(inbox.chats);
  const byChat = new Map<string, EmulatedMessage[]>();
  for (const message of news.messages) {
    const list = byChat.get(message.conversationId) ?? [];
    byChat.set(message.conversationId, [...list, message]);
  }
  for (const [chatId, changed] of byChat) chats.set(chatId, withChanges(chats.get(chatId) ?? [], changed));
  return { seq: news.seq, chats };
}

/** A changed message keeps its place: `seq` says when it changed, `at` and then its number when it came. */
function withChanges(old: readonly EmulatedMessage[], changed: readonly EmulatedMessage[]): EmulatedMessage[] {
  const next = [...old];
  for (const message of changed) {
    const place = placeOf(next, message);
    next.splice(place, next[place]?.id === message.id ? 1 : 0, message);
  }
  return next;
}

/** Where a message stands or would stand; what is new mostly belongs at the end. */
function placeOf(messages: readonly EmulatedMessage[], message: EmulatedMessage): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = low === 0 && high === messages.length ? high - 1 : (low + high) >>> 1;
    const other = messages[middle];
    if (other !== undefined && isBefore(other, message)) low = middle + 1;
    else high = middle;
  }
  return low;
}

const isBefore = (one: EmulatedMessage, other: EmulatedMessage): boolean =>
  one.at === other.at ? orderOf(one) < orderOf(other) : one.at < other.at;

/** Messages are numbered as they come: `m12`. */
export const orderOf = ({ id }: EmulatedMessage): number => Number(id.slice(1));
