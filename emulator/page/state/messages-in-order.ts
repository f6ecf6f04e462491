import type { EmulatedMessage } from "../../src/contract/control.ts";

/** Messages are numbered in order of arrival: `m12`. */
export const orderOf = ({ id }: EmulatedMessage): number => Number(id.slice(1));

export const inOrder = (messages: readonly EmulatedMessage[]): EmulatedMessage[] => withChanges([], messages, false);

/**
 * A changed message keeps its position: `seq` is the time of its change, `at` and then its number the time of
 * arrival.
 * @param isCut earlier messages are not loaded: a change of one of those does not insert it
 */
export function withChanges(
  old: readonly EmulatedMessage[],
  changed: readonly EmulatedMessage[],
  isCut: boolean,
): EmulatedMessage[] {
  const next = [...old];
  for (const message of changed) {
    const place = placeOf(next, message);
    const isKnown = next[place]?.id === message.id;
    if (place === 0 && isCut && !isKnown) continue;
    next.splice(place, isKnown ? 1 : 0, message);
  }
  return next;
}

/** The index of a message, or where it would be inserted; new messages mostly go to the end. */
function placeOf(messages: readonly EmulatedMessage[], message: EmulatedMessage): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = low === 0 && high === messages.length ? high - 1 : (low + high) >>> 1;
    const other = messages[middle];
    if (other !== undefined && isBefore(other, message)) low = middle + 1;
    else high = middle;
  }
  return low;
}

const isBefore = (one: EmulatedMessage, other: EmulatedMessage): boolean =>
  one.at === other.at ? orderOf(one) < orderOf(other) : one.at < other.at;
