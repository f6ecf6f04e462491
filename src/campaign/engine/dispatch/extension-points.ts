import type { Action, View } from "../../../platform/chat/view.ts";
import type { StaffId } from "../../../shared/brand.ts";
import type { Choice } from "../choice.ts";
import type { PersonContext } from "../context.ts";
import { extensionPoint } from "../extension-point.ts";

/**
 * Answer to words that neither an open question nor a command took. A later part that recognises them
 * answers, or proposes what was meant; it changes nothing.
 */
export const understood = extensionPoint<Pick<PersonContext, "person" | "place" | "chat"> & { text: string }, View>(
  "dispatch.understood",
);

/** What a text that was pasted without a command may be for; what is sent for each carries the text. */
export const pastedFor = extensionPoint<Pick<PersonContext, "person"> & { text: string }, readonly Choice[]>(
  "dispatch.pasted-for",
);

/**
 * Whether the text is for what the person opened a moment ago, and no answer to a question that was open before. It
 * changes nothing.
 */
export const ofJustOpened = extensionPoint<{ text: string; asker: PersonContext }, true>("dispatch.of-just-opened");

/** What waits for the person, most urgent first, as buttons; suggested where words were not understood. */
export const waitingFor = extensionPoint<{ person: StaffId }, readonly Action[]>("dispatch.waiting-for");

/**
 * A question about the asker's own work, answered before anything that is open takes it for an answer. It changes
 * nothing. Undefined: it is no such question.
 * `isCommand`: the words begin with those of a command.
 */
export const asksOfState = extensionPoint<{ text: string; asker: PersonContext; isCommand: boolean }, View>(
  "dispatch.asks-of-state",
);

/** The cases of the asker that the text names, whole or by a part that no other has. */
export const casesNamed = extensionPoint<{ text: string; asker: PersonContext }, readonly string[]>(
  "dispatch.cases-named",
);

/** Whether the text names something of the asker's, in any spelling, or sounds like it: 塔山, ts, 踏山. */
export const namesOne = extensionPoint<{ text: string; asker: PersonContext }, true>("dispatch.names-one");

/** Something shown to a person that a word of theirs will do. */
export interface PendingConfirmation {
  /** 撤回“雅苑”的申报 */
  name: string;
  /** The word that does it. */
  typed: string;
  /** Afterwards the word does nothing. */
  disarm(): Promise<void>;
}

/** A question to a person that stands on a card, beside the one that words answer. */
export interface CardQuestion {
  /** Ends it without an answer. @returns what becomes of what it was about, in a sentence */
  end(): Promise<string>;
}

/** Questions on cards; 取消 ends all of them. */
export const cardQuestions = extensionPoint<{ asked: PersonContext }, readonly CardQuestion[]>(
  "dispatch.card-questions",
);

/** What waits for the person's confirmation; 取消 disarms all of it. */
export const pendingConfirmations = extensionPoint<{ person: StaffId }, readonly PendingConfirmation[]>(
  "dispatch.pending-confirmations",
);

/** What was ended by 取消. */
export interface Disarmed {
  /** Names of what is not confirmed any more. */
  names: readonly string[];
  /** What becomes of what was asked on cards, in sentences. */
  sentences: readonly string[];
}
