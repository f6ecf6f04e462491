import { withoutClosing } from "./answers/closing-words.ts";
import { isCorrected } from "./answers/content-doubt.ts";
import { contentPhrases } from "./content-phrases.ts";
import { isWords, type Question } from "./field.ts";
import type { FieldChange } from "./field-change.ts";
import { findQuestion } from "./find-question.ts";
import { isAnswered } from "./form-state.ts";
import { answerElsewhere, openAt, type StepContext } from "./moves.ts";
import { openQuestion } from "./open-question.ts";
import type { Step } from "./outcome.ts";

const NOTHING = /^(?:无|没有|没有了|暂无)[。.]?$/u;

/** 备注改为无: what need not be filled in is emptied, or left out where it is asked. */
export function emptied(context: StepContext, { name, value }: FieldChange): Question | "leave" | undefined {
  const found = NOTHING.test(value) && typeof name === "string" ? findQuestion(context.form, name) : undefined;
  if (found?.kind !== "one" || !found.exact || !isWords(found.question) || found.question.required) return undefined;
  const { question } = found;
  if (isAnswered(context.state, question)) return question;
  return openQuestion(context.form, context.state) === question ? "leave" : undefined;
}

/** 备注加上…: behind what is there. Only of a field of words, by its whole name. */
export function addTo(context: StepContext, { name, value }: FieldChange): Step | undefined {
  const found = typeof name === "string" ? findQuestion(context.form, name) : undefined;
  if (found?.kind !== "one" || !found.exact || !isWords(found.question)) return undefined;
  if (isCorrected(value)) {
    const { label } = found.question;
    const sentence = contentPhrases.doubt(value, label, { fault: "corrected", content: "", left: [] });
    const open = openQuestion(context.form, context.state) ?? found.question;
    return { state: openAt(context.state, open), outcome: { kind: "retry", question: open, sentence } };
  }
  const before = context.state.answers[found.question.key];
  const isThere = typeof before === "string" && before !== "";
  const whole = isThere ? `${before.replace(/(?<![。！？；])$/u, "；")}${withoutClosing(value)}` : value;
  return answerElsewhere(context, found.question, whole);
}
