import type { CardReading } from "../contract/card.ts";
import type { EmulatedMessage } from "../contract/control.ts";
import type { Call } from "./call.ts";
import { chatId, type Place } from "./find-chat.ts";
import { last } from "./last.ts";
import { NotVisibleError } from "./not-visible-error.ts";
import { type DroppedFile, packFiles } from "./pack-files.ts";
import { makePersonView } from "./person-view.ts";
import {
  type CardAnswer,
  type FormAnswer,
  type PersonContext,
  type PressOptions,
  press,
  type SubmitOptions,
  submit,
} from "./use-card.ts";

export interface SayOptions extends Place {
  /** In a group, whether the bot is mentioned; default true. */
  at?: boolean;
  /** id of the message this answers to. */
  quote?: string;
}

export interface DropOptions extends Place {
  /** Text sent with the files. */
  text?: string | undefined;
  /** Makes it a voice message with this recognised text. */
  recognition?: string;
}

/** The result of an action: new or changed messages in all chats of this person, oldest change first. */
export type News = EmulatedMessage[];

/**
 * A person of the organisation. Every action resolves when everything is idle again. A missing button, link, field or
 * message throws {@link NotVisibleError}, whose message lists what is visible.
 */
export interface Person {
  userId: string;
  says(text: string, options?: SayOptions): Promise<News>;
  drops(files: DroppedFile | readonly DroppedFile[], options?: DropOptions): Promise<News>;
  /** The button with this label on the newest card that has it enabled. */
  presses(label: string, options?: PressOptions): Promise<CardAnswer & { news: News }>;
  /** Fills in and submits the newest form that has these fields, by label or name; other fields keep their values. */
  submits(values: Readonly<Record<string, unknown>>, options?: SubmitOptions): Promise<FormAnswer & { news: News }>;
  /** The newest link with this label. `opened` is the address of one that does not send a message. */
  opensLink(label: string, place?: Place): Promise<{ opened?: string; news: News }>;
  /** Reads one message, or everything. */
  reads(message?: { id: string }): Promise<News>;
  /** Recalls the newest own message, or the newest with this text. */
  recalls(text?: string, place?: Place): Promise<News>;
  /** What this person receives while something else happens. */
  receives(happening: () => Promise<unknown>): Promise<News>;
  /** Ordered by last change. @param chat as {@link Place}; `*` for all, or one of `ding`, `todo` and `notice` */
  messages(chat?: string): Promise<EmulatedMessage[]>;
  /** The newest message sent by others. */
  latestMessage(place?: Place): Promise<EmulatedMessage | undefined>;
  /** The newest card, or the newest that holds this text or fits. */
  latestCard(matching?: CardPattern, place?: Place): Promise<CardReading | undefined>;
}

export type CardPattern = string | ((card: CardReading) => boolean);

export interface Deps {
  call: Call;
  idle(): Promise<void>;
}

export function makePerson(userId: string, deps: Deps): Person {
  const { call, idle } = deps;
  const path = `/users/${encodeURIComponent(userId)}`;
  const view = makePersonView(call, userId);
  const where = async (chat: string | undefined) => {
    const conversationId = await chatId(call, chat);
    return conversationId === undefined ? {} : { conversationId };
  };
  const receives = async (happening: () => Promise<unknown>): Promise<News> => {
    const before = await view.seq();
    await happening();
    await idle();
    return view.newsAfter(before);
  };
  async function answered<Answer>(act: () => Promise<Answer>): Promise<Answer & { news: News }> {
    const before = await view.seq();
    const answer = await act();
    await idle();
    return { ...answer, news: await view.newsAfter(before) };
  }
  return {
    userId,
    receives,
    says: (text, { in: chat, ...rest } = {}) =>
      receives(async () => call(`${path}/say`, { ...(await where(chat)), text, ...rest })),
    drops: (files, { in: chat, ...rest } = {}) =>
      receives(async () => call(`${path}/drop`, packFiles(files, { ...(await where(chat)), ...rest }))),
    presses: (label, options = {}) => answered(() => press({ call, view, path }, label, options)),
    submits: (values, options = {}) => answered(() => submit({ call, view, path }, values, options)),
    opensLink: (label, { in: chat } = {}) => answered(() => openLink({ call, view, path }, label, chat)),
    reads: (message) => receives(() => call(`${path}/read`, { messageId: message?.id ?? "all" })),
    recalls: (text, { in: chat } = {}) =>
      receives(async () => call(`${path}/recall`, { msgId: await view.ownMessage(text, chat) })),
    messages: view.messages,
    latestMessage: async ({ in: chat } = {}) =>
      last(await view.messages(chat), ({ from, recalled }) => from !== userId && recalled !== true),
    latestCard: async (matching, { in: chat } = {}) => last(await view.cards(chat), fits(matching)),
  };
}

const fits =
  (matching: CardPattern | undefined) =>
  (card: CardReading): boolean => {
    if (matching === undefined) return true;
    return typeof matching === "string" ? card.text.includes(matching) : matching(card);
  };

async function openLink(
  { call, view, path }: PersonContext,
  label: string,
  chat?: string,
): Promise<{ opened?: string }> {
  const link = last(await view.links(chat), (one) => one.label === label);
  if (link === undefined) throw new NotVisibleError(await view.missingWithActions(`链接「${label}」`, chat));
  const opened = await call<{ kind: string; url?: string }>(`${path}/follow`, { linkId: link.linkId });
  return opened.url === undefined ? {} : { opened: opened.url };
}
