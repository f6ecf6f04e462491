import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useStore } from "../state/context.ts";
import { type CommandChoice, useCommandMenu } from "./use-command-menu.ts";
import type { Outgoing, Sending } from "./use-send.ts";

export interface Composition {
  box: RefObject<HTMLTextAreaElement | null>;
  text: string;
  menu: CommandChoice;
  /** Puts words into the box and the cursor behind them. */
  write(words: string): void;
  onInput(words: string): void;
  onKeyDown(event: KeyboardEvent): void;
  send(): Promise<void>;
}

interface CompositionDeps {
  userId: string;
  sending: Sending;
  at: boolean;
  files: readonly File[];
  onFiles(files: readonly File[]): void;
}

/** What stands in a person's input box. Enter sends, Shift+Enter breaks the line, ↑ in an empty box brings back what was sent. */
export function useComposition({ userId, sending, at, files, onFiles }: CompositionDeps): Composition {
  const [text, setText] = useState("");
  const back = useRef(0);
  const box = useRef<HTMLTextAreaElement>(null);
  const menu = useCommandMenu(text, setText);
  const write = (words: string) => {
    setText(words);
    box.current?.focus();
  };
  useOfferedWords(userId, { write, setText });

  async function send(): Promise<void> {
    const outgoing: Outgoing = { text: text.trim(), at, files };
    if (outgoing.text === "" && files.length === 0) return;
    back.current = 0;
    setText("");
    onFiles([]);
    if (!(await sending.send(outgoing))) setText((since) => (since === "" ? outgoing.text : since));
  }
  function bringBack(event: KeyboardEvent): void {
    const words = sending.recalled(back.current + 1);
    if (words === undefined) return;
    event.preventDefault();
    back.current += 1;
    setText(words);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing || menu.onKeyDown(event)) return;
    if (event.key === "ArrowUp" && (text === "" || back.current > 0)) bringBack(event);
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

/** Words offered from outside the box: guided steps, suggestions. */
function useOfferedWords(userId: string, box: { write(words: string): void; setText(words: string): void }): void {
  const { draft } = useStore();
  const offered = draft.value;
  useLayoutEffect(() => {
    if (offered?.userId !== userId) return;
    draft.value = undefined;
    if (offered.quiet === true) box.setText(offered.text);
    else box.write(offered.text);
  }, [offered, userId, draft, box]);
}
