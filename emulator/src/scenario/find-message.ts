import { messageText } from "../client/message-text.ts";
import type { EmulatedMessage } from "../contract/control.ts";

/** Whether it contains this text, ignoring blanks and line breaks. */
export const containsText = (words: string, text: string): boolean =>
  withoutBlanks(words).includes(withoutBlanks(text));

const withoutBlanks = (words: string): string => words.replace(/\s+/g, "");

/** The message with this text that changed last. */
export const newestWithText = (messages: readonly EmulatedMessage[], text: string): EmulatedMessage | undefined =>
  messages
    .filter((message) => message.recalled !== true && containsText(messageText(message), text))
    .reduce<EmulatedMessage | undefined>(
      (one, other) => (one === undefined || other.seq > one.seq ? other : one),
      undefined,
    );
