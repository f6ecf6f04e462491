import { readSelection } from "../../platform/conversation/order-line.ts";
import { plainAnswer } from "../../platform/conversation/plain.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { setReserves } from "./choices.ts";
import type { SelectionDraft } from "./draft.ts";
import { reservePhrases as phrases } from "./phrases-reserves.ts";
import type { Choices } from "./selection.ts";

const NAMED = /^递补(?:对象|次序|序号)?\s*[:：为]?\s*(?=[\d无没不]|$)/u;
const NONE = /^(?:无|没有|不设|不设递补对象|0)$/u;

/** Whether the text names the reserves: 递补 11 12, 递补对象：无. */
export const isReserveLine = (text: string): boolean => NAMED.test(plainAnswer(text));

/**
 * Applies typed numbers of reserves, first who comes in first; 无 for none.
 * @throws {RefusalError} if they are unreadable, more than the ruling provides for, or among the selected
 */
export function reservesBy({ choices, candidates, words, reserves: most }: SelectionDraft, typed: string): Choices {
  const text = plainAnswer(typed).replace(NAMED, "").trim();
  if (most === 0) throw new RefusalError("selection.no-reserves", phrases.notProvided(words));
  if (NONE.test(text)) return setReserves(choices, []);
  const read = readSelection(text, candidates.length);
  if (!read.ok) throw new RefusalError("selection.not-numbers", read.retry);
  const named = read.places.flatMap((place) => candidates[place] ?? []);
  if (named.length > most)
    throw new RefusalError("selection.too-many-reserves", phrases.tooMany(named.length, most, words));
  const selected = named.filter(({ applicationId }) => choices.items[applicationId]?.selected === true);
  if (selected.length > 0) {
    const names = selected.map(({ name }) => name);
    throw new RefusalError("selection.reserve-selected", phrases.areSelected(names));
  }
  return setReserves(
    choices,
    named.map(({ applicationId }) => applicationId),
  );
}
