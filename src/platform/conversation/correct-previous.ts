import { isFigures } from "./answers/data-only.ts";
import { parseAnswer } from "./answers/parse-answer.ts";
import type { Form, Question } from "./field.ts";
import { type FormState, isAnswered } from "./form-state.ts";
import { answerElsewhere, type StepContext } from "./moves.ts";
import { openQuestion } from "./open-question.ts";
import type { Step } from "./outcome.ts";
import { stepPhrases } from "./phrases.ts";

/** Whether the value may be an answer to the question. */
export const fits = ({ input }: StepContext, question: Question, value: string): boolean =>
  !(question.kind === "text" && isFigures(value)) && parseAnswer(question, value, input).ok;

/** What the message before recorded last, where the value could be its. */
export function lastRecorded(context: StepContext, value: string): Question | undefined {
  const { form, state } = context;
  const keys = Object.keys(state.undo?.answers ?? {});
  return form.fields.findLast((one) => keys.includes(one.key) && isAnswered(state, one) && fits(context, one, value));
}

/** The answered question nearest before the open one. */
export function answeredBefore(
  form: Form,
  state: FormState,
  condition: (question: Question) => boolean = () => true,
): Question | undefined {
  const at = form.fields.findIndex(({ key }) => key === state.at);
  const before = at === -1 ? form.fields : form.fields.slice(0, at);
  return before.findLast((question) => isAnswered(state, question) && condition(question));
}

/**
 * 上一项改为…: what the message before recorded, or the field before the open one, whichever the value fits; of both it is
 * asked.
 */
export function correctPrevious(context: StepContext, before: Question, value: string): Step {
  const { form, state } = context;
  const recorded = lastRecorded(context, value);
  if (!recorded || recorded === before) return answerElsewhere(context, before, value);
  const open = openQuestion(form, state);
  if (!open || !fits(context, before, value)) return answerElsewhere(context, recorded, value);
  const readings = [recorded, before].map(({ label }) => stepPhrases.changeTyped(label, value));
  return { state, outcome: { kind: "retry", question: open, sentence: stepPhrases.whichReading(readings), readings } };
}
