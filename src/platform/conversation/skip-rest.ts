import { skipPhrases as phrases } from "./content-phrases.ts";
import { isAnswered } from "./form-state.ts";
import { advance, type StepContext } from "./moves.ts";
import { openQuestion } from "./open-question.ts";
import type { Step } from "./outcome.ts";
import { compactAnswer } from "./plain.ts";

const SKIPS =
  /^(?:[嗯好那]|的|了)*(?:(?:剩下|其[余他它]|剩余|余下|后面)的?(?:选填|可选)?|(?:选填|可选))(?:的|项|栏目|栏|内容)*(?:全部|全|都|也|均|一律|先|就|暂)*(?:不填|不用填|不写|跳过|略过?|空着|留空)[了吧的。]*$/u;
/** y 剩下都跳过 */
const ANSWERED = /^\s*(\S{1,4})[\s，,。；;]+(\S.*)$/su;

/**
 * 剩下选填都不填: which fields are left empty is said first; pressed, all of them are passed over. What must be filled in
 * is asked as before. Undefined for other words.
 */
export function skipRest({ form, state, input }: StepContext): Step | undefined {
  const open = openQuestion(form, state);
  const [, answer, rest = ""] = ANSWERED.exec(input.text) ?? [];
  const isBehind = answer !== undefined && SKIPS.test(compactAnswer(rest));
  if (!open || !(isBehind || SKIPS.test(compactAnswer(input.text)))) return undefined;
  const left = form.fields.filter(
    (one) => !one.required && !isAnswered(state, one) && !state.skipped.includes(one.key),
  );
  const skip = phrases.skipRest();
  const ask = (sentence: string, readings: readonly string[]): Step => ({
    state,
    outcome: { kind: "retry", question: open, sentence, readings },
  });
  if (isBehind) return ask(phrases.skipApart(answer), []);
  const labels = left.map(({ label }) => label);
  if (left.length === 0) return ask(phrases.noneLeft(), []);
  if (!input.isOffered) return ask(phrases.skipsRest(labels, skip), [skip]);
  const skipped = { ...state, skipped: [...state.skipped, ...left.map(({ key }) => key)] };
  const notes = [phrases.skippedRest(labels)];
  if (!left.includes(open)) return { state: skipped, outcome: { kind: "ask", question: open, notes } };
  return advance(form, skipped, { key: open.key, notes });
}
