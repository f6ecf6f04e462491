import type { AnswerValue } from "./answer.ts";
import { showAnswer } from "./answers/show-answer.ts";
import type { Question } from "./field.ts";
import { isAnswered, nextOpen } from "./form-state.ts";
import { advance, openAt, type StepContext } from "./moves.ts";
import type { Step } from "./outcome.ts";
import { stepPhrases } from "./phrases.ts";
import { longTextSummary } from "./question-view.ts";

/** Leaves the question open and goes on; one that must be answered comes again after the others. */
export function leaveQuestion(context: Pick<StepContext, "form" | "state">, question: Question): Step {
  const { form, state } = context;
  const { key, label, required } = question;
  const value = state.answers[key];
  if (isAnswered(state, question)) {
    const kept = value === undefined ? [] : [stepPhrases.kept(label, shownShort(question, value), required)];
    return advance(form, openAt(state, undefined), { key, notes: kept });
  }
  if (!required)
    return advance(form, { ...state, skipped: [...state.skipped, key] }, { key, notes: [stepPhrases.leftOut(label)] });
  const next = nextOpen(form, state, key);
  if (!next || next.key === key)
    return { state, outcome: { kind: "retry", question, sentence: stepPhrases.required() } };
  return advance(form, state, { key, notes: [stepPhrases.later(label)] });
}

const shownShort = (question: Question, value: AnswerValue): string =>
  question.kind === "longText" && typeof value === "string" ? longTextSummary(value) : showAnswer(question, value);
