import type { CardReading, Link } from "../contract/card.ts";
import type { EmulatedMessage, EmulatorState } from "../contract/control.ts";
import type { Call } from "./call.ts";
import { chatQuery } from "./find-chat.ts";
import { last } from "./last.ts";
import { NotVisibleError, quoteList } from "./not-visible-error.ts";

/** What one person sees. Without `chat` it is the direct chat; everything is ordered by last change. */
export interface PersonView {
  seq(): Promise<number>;
  /** New or changed messages of all chats, except the person's own. */
  newsAfter(seq: number): Promise<EmulatedMessage[]>;
  messages(chat?: string): Promise<EmulatedMessage[]>;
  /** Cards that were not recalled. */
  cards(chat?: string): Promise<CardReading[]>;
  /** Links of messages and of cards. */
  links(chat?: string): Promise<Link[]>;
  /** @returns the msgId of the newest own message, or of the newest with this text */
  ownMessage(text: string | undefined, chat?: string): Promise<string>;
  /** A sentence: the person, what is missing, and the visible buttons and links. */
  missingWithActions(missing: string, chat?: string): Promise<string>;
  /** A sentence: the person, the chat and what is missing. */
  missingSentence(missing: string, chat?: string): Promise<string>;
}

/** Larger than any seq: requests only the newest seq. */
const BEYOND = Number.MAX_SAFE_INTEGER;

export function makePersonView(call: Call, userId: string): PersonView {
  const path = `/users/${encodeURIComponent(userId)}/messages`;
  const read = (query: string) => call<{ messages: EmulatedMessage[]; seq: number }>(`${path}?${query}`);
  const messages = async (chat?: string) => (await read(await chatQuery(call, chat))).messages;
  const notRecalled = async (chat?: string) => (await messages(chat)).filter(({ recalled }) => recalled !== true);
  const cards = async (chat?: string) => (await notRecalled(chat)).flatMap(({ card }) => (card ? [card] : []));
  const links = async (chat?: string) =>
    (await notRecalled(chat)).flatMap((message) => [...(message.links ?? []), ...(message.card?.links ?? [])]);

  async function missingSentence(missing: string, chat?: string): Promise<string> {
    const { users } = await call<EmulatorState>("/state");
    const name = users.find((user) => user.userId === userId)?.name ?? userId;
    return `${name}在${chat === undefined ? "单聊" : `「${chat}」`}中看不到：${missing}。`;
  }

  return {
    seq: async () => (await read(`conversationId=*&after=${BEYOND}`)).seq,
    newsAfter: async (seq) =>
      (await read(`conversationId=*&after=${seq}`)).messages.filter(({ from }) => from !== userId),
    messages,
    cards,
    links,
    ownMessage: async (text, chat) => {
      const own = (await notRecalled(chat)).filter(({ from }) => from === userId);
      const found = last(own, (message) => text === undefined || message.text === text);
      if (found?.msgId !== undefined) return found.msgId;
      const said = quoteList(own.map((message) => message.text ?? ""));
      throw new NotVisibleError(
        `${await missingSentence(`自己的消息${text === undefined ? "" : `「${text}」`}`, chat)}说过的：${said}。`,
      );
    },
    missingSentence,
    missingWithActions: async (missing, chat) => {
      const actions = (await cards(chat)).flatMap((card) => card.actions);
      const open = actions.filter(({ disabled }) => !disabled).map(({ label }) => label);
      const labels = (await links(chat)).map(({ label }) => label);
      return `${await missingSentence(missing, chat)}可点的按钮：${quoteList(open)}；链接：${quoteList(labels)}。`;
    },
  };
}
