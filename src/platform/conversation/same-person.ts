import { showAnswer } from "./answers/show-answer.ts";
import { elsewherePhrases as phrases } from "./elsewhere-phrases.ts";
import type { Form, Question } from "./field.ts";
import type { FormState } from "./form-state.ts";
import { phoneOf } from "./label-names.ts";
import { labelledPhrases } from "./phrases.ts";

const SAME_AS = /(?:同|跟|和|与)\p{Script=Han}{2,8}$/u;

/**
 * 主任同书记, where another person stands there with a number: the name alone would be beside a number that is not his.
 * @returns what is asked, with both ways on buttons; undefined where nothing is in doubt
 */
export function samePerson(
  form: Form,
  before: FormState,
  { question, shown, text }: { question: Question; shown: string; text: string },
): { sentence: string; readings: readonly string[] } | undefined {
  const phone = phoneOf(form, question);
  const [was, number] = [question, phone].map((one) => one && before.answers[one.key]);
  if (!phone || was === undefined || number === undefined || was === shown || !SAME_AS.test(text.trim()))
    return undefined;
  const other = form.fields.find((one) => one !== question && before.answers[one.key] === shown && phoneOf(form, one));
  const theirs = other && phoneOf(form, other);
  const saved = theirs && before.answers[theirs.key];
  if (!theirs || saved === undefined || saved === number) return undefined;
  const name = labelledPhrases.line(question.label, shown);
  const both = `${name}；${labelledPhrases.line(phone.label, showAnswer(phone, saved))}`;
  const now = [showAnswer(question, was), showAnswer(phone, number)];
  return { sentence: phrases.samePerson(question.label, now, [both, name]), readings: [both, name] };
}
