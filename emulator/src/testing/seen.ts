import { messageText } from "../client/message-text.ts";
import type { CardReading } from "../contract/card.ts";
import type { EmulatedMessage } from "../contract/control.ts";

/** What a matcher accepts: the result of an action, a message, a card, or undefined. */
export type MatcherInput =
  | readonly EmulatedMessage[]
  | { news: readonly EmulatedMessage[] }
  | EmulatedMessage
  | CardReading
  | undefined;

const isList = (seen: MatcherInput): seen is readonly EmulatedMessage[] => Array.isArray(seen);

function messagesOf(seen: MatcherInput): readonly EmulatedMessage[] {
  if (seen === undefined) return [];
  if (isList(seen)) return seen;
  if ("news" in seen) return seen.news;
  return "conversationId" in seen ? [seen] : [];
}

export const cardsOf = (seen: MatcherInput): readonly CardReading[] =>
  seen !== undefined && "outTrackId" in seen ? [seen] : messagesOf(seen).flatMap(({ card }) => (card ? [card] : []));

export const buttonsOf = (seen: MatcherInput): CardReading["actions"] =>
  cardsOf(seen).flatMap(({ actions }) => actions);

export const filesOf = (seen: MatcherInput): string[] =>
  messagesOf(seen).flatMap(({ file }) => (file === undefined ? [] : [file.fileName]));

/** The text of each message. */
export function saysOf(seen: MatcherInput): string[] {
  const own = seen !== undefined && "outTrackId" in seen ? [seen.text] : [];
  return [...own, ...messagesOf(seen).map(messageText)];
}

const MAX_LENGTH = 160;

export const excerpt = (text: string): string => {
  const line = text.replace(/\s*\n\s*/g, " ⏎ ");
  return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH)}…` : line;
};
