import { useRef } from "preact/hooks";
import type { EmulatedMessage, EmulatedUser } from "../../src/contract/control.ts";
import type { Chat } from "../chats/chats.ts";
import { DIRECT } from "../state/columns.ts";
import { useStore } from "../state/context.ts";

export interface OutgoingMessage {
  text: string;
  called: string | undefined;
  files: readonly File[];
  quote: EmulatedMessage | undefined;
}

export interface MessageSender {
  /** Messages are sent in order. @returns whether the emulator accepted it; a refusal has been shown */
  send(outgoing: OutgoingMessage): Promise<boolean>;
  /** Text sent earlier from here; 1 is the latest. */
  recalled(back: number): string | undefined;
}

/** Sends the text, or the files with the text. */
export function useSend(chat: Chat, user: EmulatedUser): MessageSender {
  const { control, attempt, catchUp, sent } = useStore();
  const before = useRef<Promise<unknown>>(Promise.resolve());
  const history = useRef<string[]>([]);
  const { userId } = user;
  const target = chat.chatId === DIRECT ? {} : { conversationId: chat.chatId };

  async function post({ text, called, files, quote }: OutgoingMessage): Promise<true> {
    const answered = quote === undefined ? {} : { quote: quote.id };
    const mention = called === undefined ? { at: false } : { at: true, robotCode: called };
    if (files.length === 0) await control.say(userId, { ...target, text, ...mention, ...answered });
    else await control.drop(userId, formOf({ text, files, ...target }));
    await catchUp();
    return true;
  }

  async function send(outgoing: OutgoingMessage): Promise<boolean> {
    const sending = before.current.then(() => attempt(() => post(outgoing), userId));
    before.current = sending;
    if ((await sending) !== true) return false;
    if (outgoing.text !== "") history.current = [...history.current, outgoing.text].slice(-20);
    sent.value = { userId, text: outgoing.text };
    return true;
  }

  return { send, recalled: (back) => history.current[history.current.length - back] };
}

interface FormFields {
  text: string;
  files: readonly File[];
  conversationId?: string;
}

function formOf({ text, files, conversationId }: FormFields): FormData {
  const form = new FormData();
  if (conversationId !== undefined) form.append("conversationId", conversationId);
  if (text !== "") form.append("text", text);
  for (const file of files) form.append("file", file, nameFor(file));
  return form;
}

/** Files from the clipboard or another program may have no name; a part without one would not count as a file. */
export function nameFor({ name, type }: File): string {
  if (name.trim() !== "") return name;
  const extension = /^image\/(\w+)/.exec(type)?.[1];
  return extension === undefined ? "未命名文件" : `图片.${extension === "jpeg" ? "jpg" : extension}`;
}
