import { type Signal, signal } from "@preact/signals";
import { type ColumnStore, DIRECT, MOST_COLUMNS } from "./columns.ts";

/** Text put into a person's input box from outside it: guided steps, suggestions, a played step. */
export interface Draft {
  userId: string;
  text: string;
  /** The keyboard stays where it is. */
  quiet?: boolean;
}

/** What a button or link somebody is about to press looks like on the page. */
export interface Pointing {
  userId: string;
  label: string;
}

/** Shows on the page what a played or guided step does. */
export interface Scene {
  pointing: Signal<Pointing | undefined>;
  /** These people side by side. */
  seat(userIds: readonly string[]): void;
  /** Their column before all others, with this chat open; undefined is the direct one. */
  forward(userId: string, chatId: string | undefined): void;
  /** Puts words into a person's input box without taking the keyboard. */
  write(userId: string, text: string): void;
}

export function makeScene({ columns, draft }: { columns: ColumnStore; draft: Signal<Draft | undefined> }): Scene {
  return {
    pointing: signal<Pointing | undefined>(undefined),
    seat: columns.show,
    forward: (userId, chatId = DIRECT) => {
      const shown = columns.current.value;
      const index = shown.findIndex((column) => column.userId === userId);
      if (index >= 0) return columns.open(index, chatId);
      if (shown.length < MOST_COLUMNS) columns.add(userId);
      else columns.become(shown.length - 1, userId);
      columns.open(columns.current.value.length - 1, chatId);
    },
    write: (userId, text) => {
      draft.value = { userId, text, quiet: true };
    },
  };
}
