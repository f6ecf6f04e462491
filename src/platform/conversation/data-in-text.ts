import { isFigures, personIn } from "./answers/data-only.ts";
import { parseAnswer } from "./answers/parse-answer.ts";
import { elsewherePhrases as phrases } from "./elsewhere-phrases.ts";
import type { Form, Question } from "./field.ts";
import { isAnswered } from "./form-state.ts";
import { phoneOf } from "./label-names.ts";
import { answering, type StepContext } from "./moves.ts";
import type { Step } from "./outcome.ts";
import { labelledPhrases } from "./phrases.ts";
import { cleanLine } from "./plain.ts";

const MOST_FIELDS = 4;
/** 8.25, 8-25 */
const DAY = /^(?:0?[1-9]|1[0-2])[.\-/](?:0?[1-9]|[12]\d|3[01])$/u;

/**
 * 98, 王建国13805751122 where paragraphs are waited for: a figure, or a person with a number, is offered for the fields
 * that it would answer. Undefined where there are none.
 */
export function dataInText(context: StepContext, open: Question): Step | undefined {
  const { form, state, input } = context;
  const text = cleanLine(input.text);
  const person = personIn(text);
  // 李芳 13905751111 where an option is waited for
  const takes = open.kind === "longText" || (open.kind === "choice" && person !== undefined);
  if (!takes || input.isOffered || state.pending?.key === open.key) return undefined;
  const readings = person ? ofPeople(context, person) : isFigures(text) ? ofFigure(form, text, context) : [];
  if (readings.length === 0) return undefined;
  const asIs = open.kind === "longText" ? phrases.asIs(open.label) : "";
  const sentence = `${phrases.isData(text, open.label)}${phrases.offered(readings)}${asIs}`;
  return { state, outcome: { kind: "retry", question: open, sentence, readings }, isNamed: true };
}

/** Of those that are not filled in yet. */
const ofPeople = (
  { form, state }: StepContext,
  { name, number }: { name: string; number: string },
): readonly string[] =>
  form.fields
    .flatMap((field) => {
      const phone = isAnswered(state, field) ? undefined : phoneOf(form, field);
      return phone ? [`${labelledPhrases.line(field.label, name)}；${labelledPhrases.line(phone.label, number)}`] : [];
    })
    .slice(0, MOST_FIELDS);

/** The one date or share that it may be: 8.25 is hardly a share. */
function ofFigure({ fields }: Form, text: string, { input }: StepContext): readonly string[] {
  const kind = DAY.test(text) ? "date" : "percent";
  const [only, second] = fields.filter((field) => field.kind === kind);
  const parsed =
    only && !second && /^[\d.\-/%％]+$/u.test(text) ? parseAnswer(only, text, answering(input)) : undefined;
  return only && parsed?.ok ? [labelledPhrases.line(only.label, parsed.shown)] : [];
}
