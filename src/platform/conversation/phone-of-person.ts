import { answerAll } from "./answer-all.ts";
import { parseAnswer } from "./answers/parse-answer.ts";
import { elsewherePhrases as phrases } from "./elsewhere-phrases.ts";
import type { Question } from "./field.ts";
import { phoneOf } from "./label-names.ts";
import { answering, type StepContext } from "./moves.ts";
import { openQuestion } from "./open-question.ts";
import type { Step } from "./outcome.ts";
import { labelledPhrases } from "./phrases.ts";
import { cleanLine } from "./plain.ts";
import { withoutFillers } from "./spoken.ts";

/** 李红梅那个电话: the number of a person who is named in the form. */
export function numberOf({ form, state }: StepContext, name: string): Question | undefined {
  const person = form.fields.find(({ key, kind }) => {
    const saved = state.answers[key];
    return kind === "text" && typeof saved === "string" && saved.length > 1 && name.startsWith(saved);
  });
  return person && /(?:电话|手机|号码)$/u.test(name) ? phoneOf(form, person) : undefined;
}

const SAID =
  /^(\p{Script=Han}{2,4}?)(?:的|那个)?(?:联系)?(?:电话|手机)(?:号码?)?(?:就?是|换成|改[成为]|[:：，,\s])*(\S.*)$/u;

/**
 * 孙丽华的电话是159…: the number of a person whom the form names. Among paragraphs, and where several fields name that
 * person, it is offered. Undefined for other words.
 */
export function phoneOfPerson(context: StepContext): Step | undefined {
  const { form, state, input } = context;
  const [, name = "", number = ""] = SAID.exec(withoutFillers(cleanLine(input.text))) ?? [];
  const phones = form.fields.flatMap((one) =>
    one.kind === "text" && name !== "" && state.answers[one.key] === name ? (phoneOf(form, one) ?? []) : [],
  );
  const read = phones.map((question) => ({ question, parsed: parseAnswer(question, number, answering(input)) }));
  const [only, second] = read;
  if (!only || read.some(({ parsed }) => !parsed.ok)) return undefined;
  const open = openQuestion(form, state);
  if (!second && open?.kind !== "longText") return answerAll(context, { answers: [{ ...only, text: number }] });
  const lines = read.flatMap(({ question: { label }, parsed }) =>
    parsed.ok ? [labelledPhrases.line(label, parsed.shown)] : [],
  );
  const labels = phones.map(({ label }) => label);
  const sentence = `${phrases.ofFields(cleanLine(input.text), labels)}${phrases.offered(lines)}`;
  return {
    isNamed: true,
    state,
    outcome: open
      ? { kind: "retry", question: open, sentence, readings: lines }
      : { kind: "review", notes: [sentence], readings: lines },
  };
}
