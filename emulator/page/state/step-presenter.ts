import { type Signal, signal } from "@preact/signals";
import { type ColumnStore, DIRECT, MAX_COLUMNS } from "./columns.ts";

/** Text put into a person's input box from outside: guided steps, suggestions, a played step. */
export interface Draft {
  userId: string;
  text: string;
  /** Whether the focus stays where it is. */
  quiet?: boolean;
}

/** The button or link that is about to be pressed. */
export interface Highlight {
  userId: string;
  label: string;
}

/** Shows the actions of a played or guided step on the page. */
export interface StepPresenter {
  highlight: Signal<Highlight | undefined>;
  /** Shows these people side by side. */
  showPeople(userIds: readonly string[]): void;
  /** Activates the person's column with this chat open; undefined is the direct one. */
  openChat(userId: string, chatId: string | undefined): void;
  /** Puts text into a person's input box without focusing it. */
  typeText(userId: string, text: string): void;
}

export function makeStepPresenter({
  columns,
  draft,
}: {
  columns: ColumnStore;
  draft: Signal<Draft | undefined>;
}): StepPresenter {
  return {
    highlight: signal<Highlight | undefined>(undefined),
    showPeople: columns.show,
    openChat: (userId, chatId = DIRECT) => {
      const shown = columns.current.value;
      const index = shown.findIndex((column) => column.userId === userId);
      if (index >= 0) return columns.open(index, chatId);
      if (shown.length < MAX_COLUMNS) columns.add(userId);
      else columns.setPerson(shown.length - 1, userId);
      columns.open(columns.current.value.length - 1, chatId);
    },
    typeText: (userId, text) => {
      draft.value = { userId, text, quiet: true };
    },
  };
}
