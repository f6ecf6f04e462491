import { wordsOf } from "../client/words-of-message.ts";
import type { CardReading } from "../contract/card.ts";
import type { EmulatedMessage } from "../contract/control.ts";

/** What a matcher looks at: what an act brought, a message, a card, or nothing where none came. */
export type Seen =
  | readonly EmulatedMessage[]
  | { news: readonly EmulatedMessage[] }
  | EmulatedMessage
  | CardReading
  | undefined;

const isList = (seen: Seen): seen is readonly EmulatedMessage[] => Array.isArray(seen);

function messagesOf(seen: Seen): readonly EmulatedMessage[] {
  if (seen === undefined) return [];
  if (isList(seen)) return seen;
  if ("news" in seen) return seen.news;
  return "conversationId" in seen ? [seen] : [];
}

export const cardsOf = (seen: Seen): readonly CardReading[] =>
  seen !== undefined && "outTrackId" in seen ? [seen] : messagesOf(seen).flatMap(({ card }) => (card ? [card] : []));

export const buttonsOf = (seen: Seen): CardReading["actions"] => cardsOf(seen).flatMap(({ actions }) => actions);

export const filesOf = (seen: Seen): string[] =>
  messagesOf(seen).flatMap(({ file }) => (file === undefined ? [] : [file.fileName]));

/** What a person reads, message by message. */
export function saysOf(seen: Seen): string[] {
  const own = seen !== undefined && "outTrackId" in seen ? [seen.text] : [];
  return [...own, ...messagesOf(seen).map(wordsOf)];
}

const LONGEST = 160;

export const excerpt = (text: string): string => {
  const line = text.replace(/\s*\n\s*/g, " ⏎ ");
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
};
