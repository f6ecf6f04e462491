import { affirms } from "../../../platform/conversation/answers/affirms.ts";
import { type DateContext, findDates } from "../../../platform/conversation/answers/find-dates.ts";
import { isNoText } from "../../../platform/conversation/answers/not-content.ts";
import { talkIn } from "../../../platform/conversation/answers/talk.ts";
import { withoutFillers } from "../../../platform/conversation/spoken.ts";
import type { Choice } from "../choice.ts";

/** `sent`: the command with what was said behind it; `ask`: it is still to be chosen for which. */
export type SaidFurther = { kind: "sent"; typed: string } | { kind: "ask"; choices: readonly Choice[] };

const ASKS = /[?？]|(?:吗|呢)[。.]*$/u;
const WORDS = /\p{Script=Han}{2}/u;

/**
 * 10.10 材料没齐, where it is asked which is put off, until when or why: it goes behind what each stands for.
 * @param when.isOther another question is open as well: words may be its answer, and are asked about
 */
export function saidFurther(
  choices: readonly Choice[],
  text: string,
  { isOther = false, ...when }: DateContext & { isOther?: boolean },
): SaidFurther | undefined {
  if (choices.length === 0 || choices.some(({ lacks }) => lacks === undefined)) return undefined;
  const said = withoutFillers(text.trim());
  if (talkIn(said) !== undefined || affirms(said) || ASKS.test(said)) return undefined;
  const found = findDates(said.normalize("NFKC"), when);
  const days = found.length;
  const isText = WORDS.test(said) && !isNoText(said);
  if (!choices.every(({ lacks }) => (lacks === "day" ? days > 0 : isText))) return undefined;
  // A day that is said already is corrected, not written twice.
  const isTwice = choices.some(({ typed }) => findDates(typed.normalize("NFKC"), when).length > 0);
  if (isTwice && days > 0) return undefined;
  const longer = choices.map((one) => ({ ...one, typed: `${one.typed} ${said}` }));
  const [only, second] = longer;
  // A day alone may be the answer to the other question.
  const beside = found.reduce((left, day) => left.replace(day.text, " "), said.normalize("NFKC"));
  const isSure = only && !second && !(isOther && (only.lacks === "text" || !WORDS.test(beside)));
  return isSure ? { kind: "sent", typed: only.typed } : { kind: "ask", choices: longer };
}
