import type { EmulatedMessage, EmulatedUser, EmulatorState } from "../../src/contract/control.ts";
import { DIRECT } from "../state/columns.ts";
import type { Inbox } from "../state/inboxes.ts";
import { orderOf } from "../state/messages-in-order.ts";
import type { SeenStore } from "../state/seen.ts";
import { mentions } from "../text/mentions.ts";

/** One line in a person's list of chats. */
export interface Chat {
  /** {@link DIRECT} until the first message gives the direct chat an id. */
  chatId: string;
  title: string;
  kind: "direct" | "group" | "ding" | "todo" | "notice";
  memberIds: readonly string[];
  /** Of the robots in it. */
  robotCodes: readonly string[];
  messages: readonly EmulatedMessage[];
  /** The number of earlier messages that are not loaded. */
  older: number;
  last: EmulatedMessage | undefined;
  unread: number;
  /** An unread message mentions this person. */
  isMentioned: boolean;
}

const NO_MESSAGES: readonly EmulatedMessage[] = [];

export interface ChatsSource {
  world: EmulatorState;
  inbox: Inbox;
  seen: SeenStore;
  userId: string;
}

/** The direct chat first, then the others, latest first. */
export function chatsOf({ world, inbox, seen, userId }: ChatsSource): Chat[] {
  const robot = world.robots[0];
  const user = world.users.find((one) => one.userId === userId);
  const entry = (
    chat: Pick<Chat, "chatId" | "title" | "kind" | "memberIds"> & Partial<Pick<Chat, "robotCodes">>,
  ): Chat => {
    const messages = inbox.chats.get(chat.chatId) ?? NO_MESSAGES;
    const { unread, isMentioned } = tallyOf(messages, { userId, user, upTo: seen.upTo(userId, chat.chatId) });
    const older = inbox.older.get(chat.chatId) ?? 0;
    const last = messages[messages.length - 1];
    return {
      robotCodes: [],
      ...chat,
      messages,
      older,
      last,
      unread,
      isMentioned: isMentioned && chat.kind === "group",
    };
  };
  const own = world.conversations.filter(({ memberIds }) => memberIds.includes(userId));
  const direct = own
    .filter(({ type }) => type === "direct")
    .map((chat) => {
      const partner = world.robots.find(({ robotCode }) => chat.robotCodes.includes(robotCode)) ?? robot;
      return entry({
        chatId: chat.conversationId,
        title: partner?.name ?? chat.title,
        kind: "direct",
        memberIds: [userId],
      });
    });
  if (direct.length === 0 && robot !== undefined)
    direct.push(entry({ chatId: DIRECT, title: robot.name, kind: "direct", memberIds: [userId] }));
  const groups = own
    .filter(({ type }) => type === "group")
    .map(({ conversationId: chatId, title, memberIds, robotCodes }) =>
      entry({ chatId, title, kind: "group", memberIds, robotCodes }),
    );
  const pseudoConversations = [
    entry({ chatId: "ding", title: "DING", kind: "ding", memberIds: [userId] }),
    entry({ chatId: "todo", title: "待办", kind: "todo", memberIds: [userId] }),
    entry({ chatId: "notice", title: "工作通知", kind: "notice", memberIds: [userId] }),
  ].filter(({ messages }) => messages.length > 0);
  const others = [...groups, ...pseudoConversations].sort((one, other) =>
    (other.last?.at ?? "").localeCompare(one.last?.at ?? ""),
  );
  return [...direct, ...others];
}

interface Reader {
  userId: string;
  user: EmulatedUser | undefined;
  /** The number of the last message read. */
  upTo: number;
}

type Tally = Pick<Chat, "unread" | "isMentioned">;

/** A list of messages belongs to one person's inbox and is never changed in place, so its counts are cached by list. */
const tallies = new WeakMap<readonly EmulatedMessage[], Tally & Pick<Reader, "user" | "upTo">>();

function tallyOf(messages: readonly EmulatedMessage[], { userId, user, upTo }: Reader): Tally {
  const known = tallies.get(messages);
  if (known?.upTo === upTo && known.user === user) return known;
  const unread = messages.filter((message) => isUnread(message, userId, upTo));
  const names = user === undefined ? [] : [user.name, userId, user.mobile];
  const tally = {
    unread: unread.length,
    isMentioned: unread.some(({ text }) => mentions(text ?? "", names)),
    user,
    upTo,
  };
  if (messages !== NO_MESSAGES) tallies.set(messages, tally);
  return tally;
}

/** The chat that a column has open; {@link DIRECT} is the first direct one. */
export const openChat = (chats: readonly Chat[], chatId: string | undefined): Chat | undefined =>
  chatId === DIRECT ? chats.find(({ kind }) => kind === "direct") : chats.find((chat) => chat.chatId === chatId);

/** Read receipts for the bot's messages, the page's own record for those of other people. */
export const isUnread = (message: EmulatedMessage, userId: string, seenUpTo: number): boolean =>
  message.from !== userId &&
  message.recalled !== true &&
  (message.readBy === undefined ? orderOf(message) > seenUpTo : !message.readBy.includes(userId));
