import { showAnswer } from "./answers/show-answer.ts";
import { type Form, type Question, questionByKey } from "./field.ts";
import type { FormState } from "./form-state.ts";

/** The proposed answer, as people would type it; undefined without one. */
export function proposalFor(form: Form, state: FormState, { proposal }: Question): string | undefined {
  if (proposal === undefined) return undefined;
  if ("text" in proposal) return proposal.text;
  const other = questionByKey(form, proposal.sameAs);
  const answer = state.answers[proposal.sameAs];
  return other && answer !== undefined ? showAnswer(other, answer) : undefined;
}
