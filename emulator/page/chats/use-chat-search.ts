import { useState } from "preact/hooks";
import type { EmulatorState } from "../../src/contract/control.ts";
import type { Column } from "../state/columns.ts";
import { useStore } from "../state/context.ts";
import { type Chat, chatsOf } from "./chats.ts";

export interface ChatSearch {
  found: readonly Chat[];
  /** The index of the marked one. */
  marked: number;
  wanted: string;
  look(wanted: string): void;
  onKeyDown(event: KeyboardEvent): void;
}

interface ChatSearchDeps {
  world: EmulatorState;
  column: Column;
  onChoose(chat: Chat): void;
}

/** A person's chats by a part of their name, one of them marked by the arrow keys. */
export function useChatSearch({ world, column, onChoose }: ChatSearchDeps): ChatSearch {
  const { inboxes, seen } = useStore();
  const [wanted, setWanted] = useState("");
  const [place, setPlace] = useState(0);
  const { userId } = column;
  const all = chatsOf({ world, inbox: inboxes.of(userId).value, seen, userId });
  const found = all.filter(({ title }) => title.toLowerCase().includes(wanted.trim().toLowerCase()));
  const marked = Math.min(place, Math.max(0, found.length - 1));

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = found[marked];
    if (step !== undefined) setPlace((marked + step + found.length) % Math.max(1, found.length));
    else if (event.key === "Enter" && chosen !== undefined) onChoose(chosen);
    else return;
    event.preventDefault();
  }
  return { found, marked, wanted, look: setWanted, onKeyDown };
}
