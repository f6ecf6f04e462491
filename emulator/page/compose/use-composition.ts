import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { EmulatedMessage } from "../../src/contract/control.ts";
import { useStore } from "../state/context.ts";
import { type CommandChoice, useCommandMenu } from "./use-command-menu.ts";
import type { MessageSender, OutgoingMessage } from "./use-send.ts";

export interface Composition {
  box: RefObject<HTMLTextAreaElement | null>;
  text: string;
  menu: CommandChoice;
  /** Sets the text and focuses the box. */
  write(words: string): void;
  onInput(words: string): void;
  onKeyDown(event: KeyboardEvent): void;
  send(): Promise<void>;
}

/** What is sent with the text. */
export interface Attachments {
  files: readonly File[];
  onFiles(files: readonly File[]): void;
  quote: EmulatedMessage | undefined;
  onQuote(message: EmulatedMessage | undefined): void;
}

interface CompositionDeps {
  userId: string;
  chatId: string;
  sending: MessageSender;
  /** The robot that is mentioned in a group; undefined: none is. */
  called: string | undefined;
  enclosed: Attachments;
}

/** A person's input box. Enter sends, Shift+Enter breaks the line, ↑ in an empty box recalls sent messages. */
export function useComposition({ userId, chatId, sending, called, enclosed }: CompositionDeps): Composition {
  const [text, setText] = useUnsentText(`${userId} ${chatId}`);
  const back = useRef(0);
  const box = useRef<HTMLTextAreaElement>(null);
  const menu = useCommandMenu(text, setText);
  const { files, onFiles, quote, onQuote } = enclosed;
  const write = (words: string) => {
    setText(words);
    box.current?.focus();
  };
  useDraft(userId, { write, setText });
  useLayoutEffect(() => {
    if (quote !== undefined) box.current?.focus();
  }, [quote]);

  async function send(): Promise<void> {
    const outgoing: OutgoingMessage = { text: text.trim(), called, files, quote };
    if (outgoing.text === "" && files.length === 0) return;
    back.current = 0;
    setText("");
    onFiles([]);
    onQuote(undefined);
    if (await sending.send(outgoing)) return;
    if (box.current?.value === "") setText(outgoing.text);
    onFiles(files);
    onQuote(quote);
  }
  function recallSent(event: KeyboardEvent): void {
    const words = sending.recalled(back.current + 1);
    if (words === undefined) return;
    event.preventDefault();
    back.current += 1;
    setText(words);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing || menu.onKeyDown(event)) return;
    if (event.key === "Escape" && quote !== undefined) onQuote(undefined);
    if (event.key === "ArrowUp" && (text === "" || back.current > 0)) recallSent(event);
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    void send();
  }
  const onInput = (words: string) => {
    back.current = 0;
    setText(words);
  };
  return { box, text, menu, write, onInput, onKeyDown, send };
}

/** Unsent text is preserved per chat. */
function useUnsentText(key: string): [string, (text: string) => void] {
  const { unsent } = useStore();
  const [text, setText] = useState(unsent.get(key) ?? "");
  const store = (words: string) => {
    unsent.set(key, words);
    setText(words);
  };
  return [text, store];
}

/** Text put into the box from outside: guided steps, suggestions. */
function useDraft(userId: string, box: { write(words: string): void; setText(words: string): void }): void {
  const { draft } = useStore();
  const offered = draft.value;
  useLayoutEffect(() => {
    if (offered?.userId !== userId) return;
    draft.value = undefined;
    if (offered.quiet === true) box.setText(offered.text);
    else box.write(offered.text);
  }, [offered, userId, draft, box]);
}
