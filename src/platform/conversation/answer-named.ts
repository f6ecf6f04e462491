import { visibleText } from "../../shared/visible-text.ts";
import { answerAll } from "./answer-all.ts";
import { askParts } from "./answer-alone.ts";
import { parseAnswer } from "./answers/parse-answer.ts";
import { elsewherePhrases } from "./elsewhere-phrases.ts";
import { type Form, isWords, optionsOf, type Question } from "./field.ts";
import { labelNames } from "./label-names.ts";
import type { LabelledAnswer } from "./labelled-answers.ts";
import { answerElsewhere, answering, type StepContext } from "./moves.ts";
import { openQuestion } from "./open-question.ts";
import type { Step } from "./outcome.ts";
import { labelledPhrases } from "./phrases.ts";
import { isDocuments } from "./plain-content.ts";
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
  const listed = open.kind === "text" ? documentsIn(form, said) : undefined;
  if (listed) return answerElsewhere(context, listed.question, listed.text);
  const named = labelNames(form).find(({ name, question, part }) => {
    if (!said.startsWith(name)) return false;
    const after = said.slice(name.length);
    // 申报单位负责人何炜 at 申报单位负责人 begins with no other field.
    if (question === open) return part === undefined;
    if (part === "end") return /地址$/u.test(name) && open.kind === "text" && IS_PLACE.test(after);
    if (part === "also" && OF_PERSON.test(name)) return open.kind === "text" && IS_PERSON.test(after);
    return part === undefined ? after.length > 1 && !CONTINUES.test(after) : part === "also" && HESITATES.test(after);
  });
  if (!named || named.question === open) return undefined;
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
  if (!isRead && open.kind === "text" && named.part === undefined) {
    const why = `${elsewherePhrases.ofFields(said, [question.label])}${elsewherePhrases.unread(question.label)}`;
    return {
      state,
      outcome: { kind: "retry", question: open, sentence: `${why}${elsewherePhrases.asIs(open.label)}` },
    };
  }
  const sentence = labelledPhrases.whichOf(said, [question.label, open.label]);
  const typed = answers.map((one) => labelledPhrases.line(one.question.label, shownOf(one, input))).join("；");
  const readings = [...(isRead ? [typed] : []), labelledPhrases.asText(text)];
  return { state, outcome: { kind: "retry", question: open, sentence, readings } };
}
/** 备注嗯…, 社区那个…, 街道就浣东街道吧 */
const HESITATES =
  /^(?:[嗯呃额唔]+|那个(?!小区|项目)|就(?=\p{Script=Han}{2,6}(?:街道|镇|乡|社区|村|吧|公司|物业)))[,，、\s]*(?=\S{2})/u;
/** 材料有业主大会的决议还有照片: names of documents behind the name of the field that asks for them. */
function documentsIn(form: Form, said: string): LabelledAnswer | undefined {
  const named = labelNames(form).find(
    ({ name, question, part }) => part !== "start" && question.kind === "longText" && said.startsWith(name),
  );
  const text = LISTS.exec(said.slice(named?.name.length))?.[1] ?? "";
  return named && isDocuments(text) ? { question: named.question, text } : undefined;
}
const LISTS = /^(?:[主要一共嗯]{0,4})(?:有|包括|包含|含)[:：,，\s]*(\S{3,})$/u;
/** 业委会主任赵强电话… where the form calls it 物管会主任 */
const OF_PERSON = /^\p{Script=Han}{2,}(?:主任|书记|负责人)$/u;
const IS_PERSON =
  /^(?:就?是|叫)?(?!办公|办|代表|助理|还|没|无|不|未|暂|跟|和|与|同)\p{Script=Han}{2,4}(?=$|[，,、\s]|电话|手机)/u;
/** 地址陶朱街道环城东路六十六号 */
const IS_PLACE = /^\p{Script=Han}[^，,]{0,30}[路街弄村巷道镇乡区][\d一二三四五六七八九十百零〇]+号/u;

function shownOf({ question, text }: LabelledAnswer, input: StepContext["input"]): string {
  const parsed = parseAnswer(question, text, answering(input));
  return parsed.ok && question.kind !== "longText" ? parsed.shown : text;
}

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
