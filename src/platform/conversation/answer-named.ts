import { visibleText } from "../../shared/visible-text.ts";
import { answerAll } from "./answer-all.ts";
import { askParts } from "./answer-alone.ts";
import { parseAnswer } from "./answers/parse-answer.ts";
import { isWords, optionsOf, type Question } from "./field.ts";
import { labelNames } from "./label-names.ts";
import { answerElsewhere, answering, type StepContext } from "./moves.ts";
import { openQuestion } from "./open-question.ts";
import type { Step } from "./outcome.ts";
import { labelledPhrases } from "./phrases.ts";
import { runOn } from "./run-on.ts";
import { withoutFillers } from "./spoken.ts";
import { withItsChoice } from "./with-choice.ts";
import { withItsPhone } from "./with-phone.ts";

/** In characters: a shorter other word for a field begins too much. */
const MIN_NAME = 3;
/** Of paragraphs. */
const MIN_SENTENCE = 4;
const FILLERS = /^(?:[,，、\s]|改(?:为|成|到)?(?![造建革善制正为成到])(?=\S{2})|[嗯呃额唔]|那个|就?是这样的?|就?是)+/u;

/** What may stand behind the name of a field and make a name of both: 申报单位所在街道. */
const CONTINUES = /^[的所及和与或、等在以之]/u;
/** In characters. */
const MAX_SENTENCE = 50;

/**
 * 党支部名称香林社区党支部, 备注嗯去年评过优 where words of another field are waited for: the whole name of a field
 * begins no answer. Among paragraphs it is asked about. Undefined for other words.
 */
export function namedFirst(context: StepContext, open: Question): Step | undefined {
  const { form, state, input } = context;
  const text = visibleText(input.text).trim();
  const said = withoutFillers(text).replace(/^(?:那个|这个)/u, "");
  if (/[\n\t：:；;]/u.test(said) || [...said].length > MAX_SENTENCE) return undefined;
  const named = labelNames(form).find(({ name, question, part }) => {
    if (question === open || !said.startsWith(name)) return false;
    const after = said.slice(name.length);
    return part === undefined ? after.length > 1 && !CONTINUES.test(after) : part === "also" && HESITATES.test(after);
  });
  if (!named) return undefined;
  const { question } = named;
  const rest = said.slice(named.name.length).replace(FILLERS, "");
  const parts = runOn(form, question, rest);
  if (parts.length > 1 && open.kind === "text") return askParts(context, open, { parts, text: said });
  const given =
    withItsPhone(form, question, rest) ?? withItsChoice(context, question, { text: rest, named: named.name });
  const answers = given ?? [{ question, text: rest }];
  const isRead = answers.every((one) => parseAnswer(one.question, one.text, answering(input)).ok);
  if (isRead && open.kind === "text")
    return given ? answerAll(context, { answers }) : answerElsewhere(context, question, rest);
  const sentence = labelledPhrases.whichOf(said, [question.label, open.label]);
  const typed = answers.map((one) => labelledPhrases.line(one.question.label, one.text)).join("；");
  const readings = [...(isRead ? [typed] : []), labelledPhrases.asText(text)];
  return { state, outcome: { kind: "retry", question: open, sentence, readings } };
}
/** 备注嗯…, 社区那个… */
const HESITATES = /^(?:[嗯呃额唔]+|那个(?!小区|项目))[,，、\s]*(?=\S{2})/u;

/**
 * 申报材料嗯我们小区…, 党支部书记周红一三八…, where a value, or nothing, is waited for: what begins with the name of a
 * field of words answers that. Undefined for other words.
 */
export function answerNamed(context: StepContext): Step | undefined {
  const { form, state, input } = context;
  const said = withoutFillers(visibleText(input.text).trim());
  const open = openQuestion(form, state);
  const options = open ? optionsOf(open) : [];
  const named = labelNames(form).find(
    ({ name, part, question }) =>
      !options.some(({ text }) => text === name) &&
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
  if (parts.length > 1) return askParts(context, open ?? question, { parts, text: said });
  const both = withItsPhone(form, question, rest);
  return both ? answerAll(context, { answers: both }) : answerElsewhere(context, question, rest);
}
