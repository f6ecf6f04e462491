import type { EmulatedConversation, EmulatorState } from "../contract/control.ts";
import { isPseudoConversation } from "../contract/pseudo-conversations.ts";
import type { Call } from "./call.ts";
import { NotVisibleError, quoteList } from "./not-visible-error.ts";

/** The chat of an action; without `in` the direct chat with the bot. */
export interface Place {
  /** A group's title, or a conversationId. */
  in?: string | undefined;
}

/**
 * The query that selects the messages of a chat.
 * @param chat a group's title, a conversationId, a pseudo conversation, `*`
 */
export async function chatQuery(call: Call, chat: string | undefined): Promise<string> {
  const id = await chatId(call, chat);
  return id === undefined ? "" : `conversationId=${encodeURIComponent(id)}`;
}

/** undefined: the direct chat with the bot. @throws NotVisibleError */
export async function chatId(call: Call, chat: string | undefined): Promise<string | undefined> {
  if (chat === undefined || isPseudoConversation(chat) || chat === "*") return chat;
  return (await findChat(call, chat)).conversationId;
}

async function findChat(call: Call, chat: string): Promise<EmulatedConversation> {
  const { conversations } = await call<EmulatorState>("/state");
  return conversations.find(({ conversationId }) => conversationId === chat) ?? groupIn(conversations, chat);
}

export async function findGroup(call: Call, title: string): Promise<EmulatedConversation> {
  return groupIn((await call<EmulatorState>("/state")).conversations, title);
}

function groupIn(conversations: readonly EmulatedConversation[], title: string): EmulatedConversation {
  const groups = conversations.filter(({ type }) => type === "group");
  const found = groups.find((group) => group.title === title);
  if (found === undefined)
    throw new NotVisibleError(`没有群「${title}」。现有的群：${quoteList(groups.map((one) => one.title))}。`);
  return found;
}
