import { parseAnswer } from "./answers/parse-answer.ts";
import type { Form } from "./field.ts";
import { fieldNames } from "./field-names.ts";
import { answering } from "./moves.ts";
import { openQuestion } from "./open-question.ts";
import type { Step, StepInput } from "./outcome.ts";
import { labelledPhrases } from "./phrases.ts";

/**
 * The only line that is offered, of a field that the message named and that is not asked for: it waits as other answers do
 * that were read and not recorded.
 */
export function withOfferedReading(form: Form, input: StepInput, { state, outcome }: Step): Step {
  if (outcome.kind !== "retry" || state.offered || input.asText) return { state, outcome };
  const [reading, second] = outcome.readings ?? [];
  if (reading === undefined || second !== undefined) return { state, outcome };
  const open = openQuestion(form, state);
  const question = form.fields.find(({ label }) => reading.startsWith(labelledPhrases.line(label, "")));
  if (!question || !open || question === open || question.kind === "longText") return { state, outcome };
  const value = reading.slice(labelledPhrases.line(question.label, "").length);
  const said = input.text.trim();
  // 支部 鹿山花园党支部: a word for it stands before the value.
  const isNamed =
    (said !== value && said.endsWith(value)) ||
    fieldNames(form).some((one) => one.question === question && said.startsWith(one.name));
  const parsed = isNamed ? parseAnswer(question, value, answering(input)) : undefined;
  return { state: parsed?.ok ? { ...state, offered: { [question.key]: parsed.value } } : state, outcome };
}
