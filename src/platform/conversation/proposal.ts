import { showAnswer } from "./answers/show-answer.ts";
import { type Form, type Question, questionByKey } from "./field.ts";
import type { FormState } from "./form-state.ts";
import { viewPhrases } from "./view-phrases.ts";

/** The proposed answer, as people would type it; undefined without one. What is known from elsewhere goes first. */
export function proposalFor(form: Form, state: FormState, { key, proposal }: Question): string | undefined {
  const known = state.known?.[key];
  if (known) return known.text;
  if (proposal === undefined) return undefined;
  if ("text" in proposal) return proposal.text;
  const other = questionByKey(form, proposal.sameAs);
  const answer = state.answers[proposal.sameAs];
  return other && answer !== undefined ? showAnswer(other, answer) : undefined;
}

/** The same with its source, for a card that has no room for a sentence. */
export function proposalHint(form: Form, state: FormState, question: Question): string | undefined {
  const proposal = proposalFor(form, state, question);
  const known = state.known?.[question.key];
  return known ? viewPhrases.knownHint(known.text, known.from) : proposal;
}
