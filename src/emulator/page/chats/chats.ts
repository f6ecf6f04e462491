import type { EmulatedMessage } from "../../contract.ts";
import type { World } from "../api/control.ts";
import { DIRECT } from "../state/columns.ts";
import type { Inbox } from "../state/inboxes.ts";
import type { SeenStore } from "../state/seen.ts";
import { plainWords } from "../text/markdown.ts";

/** One line in a person's list of chats. */
export interface Chat {
  /** {@link DIRECT} until the first message gives the direct chat an id. */
  chatId: string;
  title: string;
  kind: "direct" | "group" | "ding" | "todo" | "notice";
  memberIds: readonly string[];
  messages: readonly EmulatedMessage[];
  last: EmulatedMessage | undefined;
  unread: number;
}

const NO_MESSAGES: readonly EmulatedMessage[] = [];

export interface ChatsSource {
  world: World;
  inbox: Inbox;
  seen: SeenStore;
  userId: string;
}

/** The direct chat first, then the others, latest first. */
export function chatsOf({ world, inbox, seen, userId }: ChatsSource): Chat[] {
  const robot = world.robots[0];
  const entry = (chat: Pick<Chat, "chatId" | "title" | "kind" | "memberIds">): Chat => {
    const messages = inbox.chats.get(chat.chatId) ?? NO_MESSAGES;
    return {
      ...chat,
      messages,
      last: messages[messages.length - 1],
      unread: messages.filter((message) => isUnread(message, userId, seen.upTo(userId, chat.chatId))).length,
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
    .map((chat) => entry({ chatId: chat.conversationId, title: chat.title, kind: "group", memberIds: chat.memberIds }));
  const trays = [
    entry({ chatId: "ding", title: "DING", kind: "ding", memberIds: [userId] }),
    entry({ chatId: "todo", title: "待办", kind: "todo", memberIds: [userId] }),
    entry({ chatId: "notice", title: "工作通知", kind: "notice", memberIds: [userId] }),
  ].filter(({ messages }) => messages.length > 0);
  const others = [...groups, ...trays].sort((one, other) => (other.last?.at ?? "").localeCompare(one.last?.at ?? ""));
  return [...direct, ...others];
}

/** The chat a column has open; {@link DIRECT} stands for the first direct one. */
export const openChat = (chats: readonly Chat[], chatId: string | undefined): Chat | undefined =>
  chatId === DIRECT ? chats.find(({ kind }) => kind === "direct") : chats.find((chat) => chat.chatId === chatId);

/** Read receipts tell for the bot's messages, the page's own memory for those of other people. */
export const isUnread = (message: EmulatedMessage, userId: string, seenUpTo: number): boolean =>
  message.from !== userId &&
  message.recalled !== true &&
  (message.readBy === undefined ? orderOf(message) > seenUpTo : !message.readBy.includes(userId));

/** Messages are numbered as they come: `m12`. */
export const orderOf = ({ id }: EmulatedMessage): number => Number(/\d+$/.exec(id)?.[0] ?? 0);

/** What a chat list says of a message. */
export function preview(message: EmulatedMessage): string {
  if (message.recalled === true) return "撤回了一条消息";
  if (message.kind === "image") return "[图片]";
  if (message.kind === "audio") return "[语音]";
  if (message.kind === "file") return `[文件] ${message.file?.fileName ?? ""}`;
  if (message.kind === "card") return `[卡片] ${plainWords(message.card?.text.split("\n")[0] ?? "")}`;
  if (message.kind === "todo") return message.todo?.subject ?? "[待办]";
  return plainWords(message.title ?? message.text ?? "");
}
