import type { Parsed } from "./answer.ts";
import { contentPhrases as phrases } from "./content-phrases.ts";
import type { Question } from "./field.ts";
import { fitsQuestion } from "./fits-question.ts";
import type { FormState } from "./form-state.ts";
import type { Step } from "./outcome.ts";
import { heldPhrases } from "./phrases.ts";

/** Paragraphs that are asked about, with what would be recorded of them. */
export function offerContent(
  state: FormState,
  question: Question,
  { retry, content }: Extract<Parsed, { ok: false }>,
): Step {
  if (content === undefined || !fitsQuestion(question, content))
    return { state, outcome: { kind: "retry", question, sentence: retry } };
  const readings = [phrases.record(question.label), heldPhrases.drop()];
  return {
    state: { ...state, offered: { [question.key]: content } },
    outcome: { kind: "retry", question, sentence: retry, readings },
  };
}
