import { answerAll } from "../../platform/conversation/answer-all.ts";
import { readChangeWithin } from "../../platform/conversation/change-within.ts";
import { openQuestion } from "../../platform/conversation/open-question.ts";
import type { Step, StepInput } from "../../platform/conversation/outcome.ts";
import { withUndo } from "../../platform/conversation/undo.ts";
import { readLabelledReasons } from "./labelled-reasons.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";
import type { Reasons } from "./reasons.ts";

/** Several reasons with their labels go to their fields, all or none; one of a case that is not on the list is asked about. */
export function stepLabelled(names: readonly string[], { form, state }: Reasons, input: StepInput): Step | undefined {
  const open = openQuestion(form, state);
  // 甲要求不符合的理由里9月换改成9月15日前换: a change within what is given.
  const within = input.asText ? undefined : readChangeWithin(form, input.text)?.question;
  if (within && state.answers[within.key] !== undefined) return undefined;
  // As it stands it is the open reason; behind a label, and where none is open, that of the field that it names.
  const isUnder = form.fields.some(({ label }) => input.text.startsWith(`${label}：`));
  const read =
    input.asText && open && !isUnder ? undefined : readLabelledReasons(form, open, { typed: input.text, names });
  if (!read) return undefined;
  if (read.kind === "given") {
    const done = answerAll({ form, state, input }, { answers: read.reasons });
    return { ...done, state: withUndo(state, done.state) };
  }
  const own = form.fields.filter(({ label }) => label.startsWith(read.name));
  const [question] = open ? [open] : own;
  const labels = own.map(({ label }) => label);
  const sentence = read.kind === "other" ? phrases.ofAnother(read.name) : phrases.whichReason(read.name, labels);
  return question && { state, outcome: { kind: "retry", question, sentence } };
}
