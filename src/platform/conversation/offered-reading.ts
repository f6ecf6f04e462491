import { parseAnswer } from "./answers/parse-answer.ts";
import type { Form } from "./field.ts";
import { fieldNames } from "./field-names.ts";
import { answering } from "./moves.ts";
import { openQuestion } from "./open-question.ts";
import type { Step, StepInput } from "./outcome.ts";
import { labelledPhrases, stepPhrases } from "./phrases.ts";

/**
 * The only line that is offered, of a field that the message named and that is not asked for: it waits as other answers do
 * that were read and not recorded.
 */
export function withOfferedReading(form: Form, input: StepInput, { state, outcome }: Step): Step {
  if (outcome.kind !== "retry" || state.offered || input.asText) return { state, outcome };
  const [reading, second] = outcome.readings ?? [];
  // 交付率百分之百 among paragraphs is offered for its field, or as it stands: 内容：… decides about both.
  const isEither = second?.startsWith(labelledPhrases.asText("")) === true;
  if (reading === undefined || (second !== undefined && !isEither)) return { state, outcome };
  const open = openQuestion(form, state);
  const forms = isEither ? [labelledPhrases.line, stepPhrases.changeTyped] : [labelledPhrases.line];
  const leads = form.fields.flatMap((one) => forms.map((as) => ({ question: one, lead: as(one.label, "") })));
  const { question, lead = "" } = leads.find((one) => reading.startsWith(one.lead)) ?? {};
  if (!question || !open || question === open || question.kind === "longText") return { state, outcome };
  const value = reading.slice(lead.length);
  const said = input.text.trim();
  // 支部 鹿山花园党支部: a word for it stands before the value.
  const isNamed =
    isEither ||
    (said !== value && said.endsWith(value)) ||
    fieldNames(form).some((one) => one.question === question && said.startsWith(one.name));
  const parsed = isNamed ? parseAnswer(question, value, answering(input)) : undefined;
  return { state: parsed?.ok ? { ...state, offered: { [question.key]: parsed.value } } : state, outcome };
}
