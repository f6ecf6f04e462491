import type { Question } from "./field.ts";
import { isAnswered, nextOpen } from "./form-state.ts";
import { advance, openAt, type StepContext } from "./moves.ts";
import type { Step } from "./outcome.ts";
import { stepPhrases } from "./phrases.ts";

/** Leaves the question open and goes on; one that must be answered comes again after the others. */
export function leaveQuestion(context: Pick<StepContext, "form" | "state">, question: Question): Step {
  const { form, state } = context;
  const { key, label, required } = question;
  if (isAnswered(state, question)) return advance(form, openAt(state, undefined), { key });
  if (!required)
    return advance(form, { ...state, skipped: [...state.skipped, key] }, { key, notes: [stepPhrases.leftOut(label)] });
  const next = nextOpen(form, state, key);
  if (!next || next.key === key)
    return { state, outcome: { kind: "retry", question, sentence: stepPhrases.required() } };
  return advance(form, state, { key, notes: [stepPhrases.later(label)] });
}
