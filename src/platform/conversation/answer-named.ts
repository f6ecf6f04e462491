import { visibleText } from "../../shared/visible-text.ts";
import { answerAll } from "./answer-all.ts";
import { askParts } from "./answer-alone.ts";
import { isWords } from "./field.ts";
import { labelNames } from "./label-names.ts";
import { answerElsewhere, type StepContext } from "./moves.ts";
import { openQuestion } from "./open-question.ts";
import type { Step } from "./outcome.ts";
import { runOn } from "./run-on.ts";
import { withoutFillers } from "./spoken.ts";
import { withItsPhone } from "./with-phone.ts";

/** In characters: a shorter other word for a field begins too much. */
const MIN_NAME = 3;
/** Of paragraphs. */
const MIN_SENTENCE = 4;
const FILLERS = /^(?:[,，、\s]|[嗯呃额唔]|那个|就?是这样的?|就?是)+/u;

/**
 * 申报材料嗯我们小区…, 党支部书记周红一三八…, where a value, or nothing, is waited for: what begins with the name of a
 * field of words answers that. Undefined for other words.
 */
export function answerNamed(context: StepContext): Step | undefined {
  const { form, state, input } = context;
  const said = withoutFillers(visibleText(input.text).trim());
  const named = labelNames(form).find(
    ({ name, part, question }) =>
      isWords(question) &&
      (part === undefined || (part === "also" && name.length >= MIN_NAME)) &&
      said.startsWith(name) &&
      said.length >= name.length + 2,
  );
  if (!named) return undefined;
  const { question } = named;
  const rest = said.slice(named.name.length).replace(FILLERS, "");
  if (question.kind === "longText")
    return rest.length < MIN_SENTENCE ? undefined : answerElsewhere(context, question, rest);
  const parts = runOn(form, question, said);
  if (parts.length > 1) return askParts(context, openQuestion(form, state) ?? question, { parts, text: said });
  const both = withItsPhone(form, question, rest);
  return both ? answerAll(context, { answers: both }) : answerElsewhere(context, question, rest);
}
