import type { AnswerValue } from "./answer.ts";
import { answerAll } from "./answer-all.ts";
import { withoutClosing } from "./answers/closing-words.ts";
import { dispenses } from "./answers/intentions.ts";
import { parseAnswer } from "./answers/parse-answer.ts";
import { showAnswer } from "./answers/show-answer.ts";
import { isLeftForLater, talkIn } from "./answers/talk.ts";
import { bareWords } from "./bare-words.ts";
import { isOfForward, isSignature, withoutFoot } from "./beside-form.ts";
import { contentPhrases } from "./content-phrases.ts";
import { elsewherePhrases } from "./elsewhere-phrases.ts";
import { type Form, isWords, optionsOf, type Question } from "./field.ts";
import { isAnswered } from "./form-state.ts";
import { labelNames } from "./label-names.ts";
import type { LabelledAnswer } from "./labelled-answers.ts";
import { leaveQuestion } from "./leave-question.ts";
import { answer, type StepContext } from "./moves.ts";
import type { Step } from "./outcome.ts";
import { labelledPhrases, stepPhrases } from "./phrases.ts";
import { cleanLine, compactAnswer } from "./plain.ts";
import { runOn } from "./run-on.ts";
import { partOfOther, withoutOwnWord } from "./short-names.ts";
import { simplified } from "./simplified.ts";
import { EMPTY_WORDS, withoutEmpty } from "./spoken.ts";
import { standsFor, withoutThanks } from "./stands-for.ts";
import { viewPhrases } from "./view-phrases.ts";
import { withChoices, withItsChoice } from "./with-choice.ts";
import { withItsPhone, withPhones } from "./with-phone.ts";
import { askWithinText } from "./within-text.ts";

/** The choice answered last before this text, where the text is its option: it was sent twice. */
function chosenBefore({ form, state }: StepContext, question: Question, text: string): Question | undefined {
  if (question.kind !== "text" && question.kind !== "longText") return undefined;
  const before = form.fields.slice(0, form.fields.indexOf(question));
  return before.findLast((one) => {
    const chosen =
      one.kind === "choice" ? optionsOf(one).find(({ value }) => value === state.answers[one.key]) : undefined;
    return chosen !== undefined && compactAnswer(chosen.text) === compactAnswer(text);
  });
}

/** 物业服务企业 at 备注: an option of a field that is not answered with it. */
export function askOption({ form, state, input: { text } }: StepContext, question: Question): Step | undefined {
  const said = compactAnswer(text);
  const field = form.fields.find(
    (one) => one.kind === "choice" && optionsOf(one).some((option) => compactAnswer(option.text) === said),
  );
  const option = field && optionsOf(field).find((one) => compactAnswer(one.text) === said);
  if (question.kind !== "longText" || !field || !option || [...said].length < MIN_OPTION) return undefined;
  if (state.answers[field.key] === option.value) return undefined;
  const sentence = labelledPhrases.whichOf(text.trim(), [field.label, question.label]);
  const readings = [labelledPhrases.line(field.label, option.text), labelledPhrases.asText(text.trim())];
  return { state, outcome: { kind: "retry", question, sentence, readings } };
}
/** In characters. */
const MIN_OPTION = 4;

const askAgain = ({ state }: StepContext, question: Question, sentence: string): Step => ({
  state,
  outcome: { kind: "retry", question, sentence },
});

/** Reads the whole message as the answer to the question. */
export function answerAlone(context: StepContext, question: Question, typed: string): Step {
  const text = withoutOwnWord(question, typed);
  if (standsFor(context, question, text)) return answer(context, question, text);
  // 审批单位确认, 好的谢谢 项目名称确认
  const said = withoutThanks(text);
  const behind = said.startsWith(question.label) ? said.slice(question.label.length) : "";
  if (behind !== "" && standsFor(context, question, behind)) return answer(context, question, behind);
  const prose = question.kind === "longText" ? proseIn(text) : forwardedIn(text);
  if (prose) return answerAll(context, { ...prose, answers: [{ question, text: prose.text }] });
  const twice = chosenBefore(context, question, text);
  if (twice) return askAgain(context, question, stepPhrases.saidTwice(text.trim(), question.label, twice.label));
  const left = leaveOpen(context, question, text) ?? askWithinText(context, question, text);
  if (left) return left;
  const headed = question.kind === "longText" ? askHeaded(context, question, text) : undefined;
  if (headed) return headed;
  const called = withoutEmpty(compactAnswer(text)).replace(/^就?是/u, "");
  if (context.form.fields.some(({ label }) => label === called))
    return askLabel(context, question, { labels: [called], text });
  const parts = runOn(context.form, question, text);
  const [own, more] = parts;
  if (own && !more) return answer(context, question, own.text);
  if (parts.length > 0) return askParts(context, question, { parts, text });
  const other = partOfOther(context.form, question, text);
  if (other !== undefined) return askOther(context, question, { other, text });
  const labels =
    question.kind === "text"
      ? labelsCalled(context.form, called)
      : question.kind === "longText"
        ? labelsCalled(context.form, text).filter((label) => compactAnswer(label) === compactAnswer(text))
        : [];
  if (labels.length > 0) return askLabel(context, question, { labels, text });
  const both = withItsPhone(context.form, question, text) ?? withItsChoice(context, question, { text });
  return both ? answerAll(context, { answers: both }) : answer(context, question, text);
}

/** 电话改13700000001: the numbers that are filled in are offered with it. */
const NUMBER_CHANGED = /^\s*(?:联系)?(?:电话|手机)(?:号码?)?\s*(?:改[为成]?|换成?|应为|应该是)\s*([\d\s\-－]{7,})\s*$/u;

function askOther(context: StepContext, question: Question, { other, text }: { other: string; text: string }): Step {
  const { form, state, input } = context;
  const number = NUMBER_CHANGED.exec(text)?.[1] ?? "";
  const lines = form.fields.flatMap((one) => {
    const parsed = one.kind === "phone" && isAnswered(state, one) ? parseAnswer(one, number, input) : undefined;
    return parsed?.ok ? [labelledPhrases.line(one.label, parsed.shown)] : [];
  });
  const asked = askAgain(context, question, stepPhrases.ofOtherField(other, question.label));
  if (lines.length === 0 || asked.outcome.kind !== "retry") return asked;
  const sentence = `${asked.outcome.sentence}${elsewherePhrases.offered(lines)}`;
  return { ...asked, isNamed: true, outcome: { ...asked.outcome, sentence, readings: lines } };
}

/** Paragraphs, and what was pasted with them and is none of them; undefined where nothing is. */
function proseIn(typed: string): { text: string; unread: readonly string[]; headings: readonly string[] } | undefined {
  const { text, foot } = withoutFoot(typed);
  const lines = text.split("\n");
  const senders = lines.filter(isOfForward);
  const prose = lines.filter((line) => !isOfForward(line)).join("\n");
  // Who signs it is asked about with what would be recorded.
  if (prose.trim() === "" || senders.length + foot.length === 0 || foot.some(isSignature)) return undefined;
  return { text: prose, unread: [], headings: [...senders, ...foot] };
}

/** 张科：, alone on its line */
const WHO = /^\s*\p{Script=Han}{2,8}(?:[（(][^()（）]{1,12}[)）])?\s*[:：]\s*$/u;
const QUOTED = /^\s*[「“『].*[」”』]\s*$/u;

/** One line out of a forwarded chat, without who sent it and when, and without what was said to it. */
function forwardedIn(
  typed: string,
): { text: string; unread: readonly string[]; headings: readonly string[] } | undefined {
  const lines = typed.split("\n").filter((line) => line.trim() !== "");
  const isBeside = (line: string, at: number): boolean =>
    isOfForward(line) || WHO.test(line) || (QUOTED.test(line) && isOfForward(lines[at + 1] ?? ""));
  const headings = lines.filter(isBeside);
  const said = lines.filter((line) => !headings.includes(line));
  const content = said.filter((line) => said.length === 1 || talkIn(line) !== "acknowledged");
  const [only, more] = content;
  if (headings.length === 0 || only === undefined || more !== undefined) return undefined;
  return { text: only, unread: [], headings: lines.filter((line) => line !== only) };
}

/** Parts of which some could not be read: those that could are offered, and the others named. */
function askRead(
  { form, state }: StepContext,
  question: Question,
  {
    all,
    text,
    values,
  }: { all: readonly LabelledAnswer[]; text: string; values: readonly (readonly [string, AnswerValue])[] },
): Step {
  const good = form.fields.flatMap((one) => {
    const value = values.find(([key]) => key === one.key)?.[1];
    return value === undefined ? [] : [labelledPhrases.line(one.label, showAnswer(one, value))];
  });
  const labels = all.map((one) => one.question.label);
  const bad = all.filter((one) => !values.some(([key]) => key === one.question.key));
  const sentence = [
    elsewherePhrases.ofFields(text, labels),
    ...bad.map((one) => elsewherePhrases.notRead(one.question.label, one.text)),
    ...(good.length > 0 ? [elsewherePhrases.offered(good)] : []),
    elsewherePhrases.asIs(question.label),
  ];
  const [only, second] = good;
  const each = { label: labelledPhrases.recordEach(good.length), typed: good.join("；") };
  const offer = second === undefined ? { readings: only === undefined ? [] : [only] } : { offer: each };
  return {
    state: good.length === 0 ? state : { ...state, offered: Object.fromEntries(values) },
    outcome: { kind: "retry", question, sentence: sentence.join(""), ...offer },
  };
}

/** Names of other fields stand within it. @param parts with `asColumns` values of several, which are not named */
export function askParts(
  context: StepContext,
  question: Question,
  { parts, text, asColumns = false }: { parts: readonly LabelledAnswer[]; text: string; asColumns?: boolean },
): Step {
  const { form, state, input } = context;
  const closed = parts.map((one) => ({ ...one, text: one.text.replace(/[\s，,]*[（(]\s*$/u, "") }));
  const all = withChoices(context, withPhones(form, closed));
  const lines = all.map(({ question: of, text: said }) => {
    const parsed = parseAnswer(of, said, input);
    return labelledPhrases.line(of.label, parsed.ok && of.kind !== "longText" ? parsed.shown : said);
  });
  const sentence = asColumns ? contentPhrases.columns(text.trim(), lines) : labelledPhrases.within(text.trim(), lines);
  const read = all.map((one) => [one.question.key, parseAnswer(one.question, one.text, input)] as const);
  const values = read.flatMap(([key, parsed]) => (parsed.ok ? [[key, parsed.value] as const] : []));
  const isRead = values.length === read.length;
  if (!isRead && !asColumns) return askRead(context, question, { all, text: text.trim(), values });
  const offer = { label: labelledPhrases.recordEach(all.length), typed: lines.join("；") };
  // 分别记录, said: only where nothing of it would be left over.
  const offered = isRead ? { offered: Object.fromEntries(values) } : {};
  return {
    state: { ...state, ...offered },
    outcome: { kind: "retry", question, sentence, ...(isRead ? { offer } : {}) },
  };
}

/** 备注嘛没有, 备注就写无 */
const SAID_OF_IT = new RegExp(`^(?:[:：，,]|${EMPTY_WORDS}|就?是|就?[写填])+`, "u");

const NOTHING =
  /^(?:嗯+)?(?:无|没|没有的?|没有?(?:什么|啥)(?:[好可要](?:写|填|说|补充))?|略)[了吧的]*(?:[,，]?不要写.{1,4})?$/u;

/** 没有业委会, 业委会还没成立 at 业委会主任 */
const NONE_OF = /^(?:还|目前|我们?)*(?:没有|没|无)(\p{Script=Han}{2,4})$/u;
const NOT_YET = /^(\p{Script=Han}{2,4}?)(?:还|目前|也)*(?:没有?|尚?未)(?:成立|选|定|建)(?:出来|好|起来)?了?$/u;

/** 无, 没定, 手机晚点给 leave the question open, unless they are an answer; what must be filled in comes again. */
function leaveOpen(context: StepContext, question: Question, text: string): Step | undefined {
  const said = compactAnswer(withoutClosing(text));
  const own = said.startsWith(question.label) ? said.slice(question.label.length).replace(SAID_OF_IT, "") : said;
  const of = NONE_OF.exec(own) ?? NOT_YET.exec(own);
  const isNone = of?.[1] !== undefined && question.label.includes(of[1]);
  const isNothing = !question.required && (NOTHING.test(simplified(bareWords(own).words)) || dispenses(own) || isNone);
  if (
    !isNothing &&
    own !== OMITS &&
    !omits(question, said) &&
    !(isLeftForLater(own) && !isOfOther(question, text)) &&
    !dispenses(own)
  )
    return undefined;
  const isWord = question.kind === "text" || question.kind === "longText";
  if (!isWord && parseAnswer(question, text, context.input).ok) return undefined;
  return leaveQuestion(context, question);
}

/** Also where something must be filled in, later. */
const OMITS = "略";
/** 支部略, 书记先跳过: with a part of its own label before it. */
const OMITTED = /^(\p{Script=Han}{2,8}?)(?:先|就|也|都|暂时?)*(?:略过?|跳过)$/u;
const omits = ({ label }: Question, said: string): boolean => label.includes(OMITTED.exec(said)?.[1] ?? "\n");

/** 电话以后再说, where no number is asked. */
const isOfOther = ({ kind }: Question, text: string): boolean =>
  (kind !== "phone" && /^(?:手机|电话|号码)/u.test(text.trim())) || (kind !== "longText" && /^材料/u.test(text.trim()));

/** In characters: paragraphs are longer. */
const LONGEST_HEADED = 24;
const SAYS = /^(?:就?是|叫|为|填|[\s:：=＝])+/u;
/** Words of every paragraph, too. */
const COMMON = /^(?:小区|物业|街道|社区|项目|单位|地址|企业|名称|材料|备注)$/u;

/** 形式 ywh, 指标就是入住率 where paragraphs are waited for: the name of another field at the head of a few words. */
function askHeaded({ form, state, input }: StepContext, open: Question, typed: string): Step | undefined {
  const text = cleanLine(typed).replace(NUMBERED, "");
  if ([...text].length > LONGEST_HEADED || /[，,。；;\n]/u.test(text)) return undefined;
  const named = labelNames(form).find(
    ({ name, question, part }) =>
      part !== "start" &&
      question !== open &&
      text.startsWith(name) &&
      SAYS.test(text.slice(name.length)) &&
      !(COMMON.test(name) && !/^\s/u.test(text.slice(name.length))),
  );
  if (!named) return undefined;
  const value = text.slice(named.name.length).replace(SAYS, "");
  const { question } = named;
  const parsed = value === "" ? undefined : parseAnswer(question, value, input);
  const meant = parsed?.ok ? [parsed.shown] : (parsed?.readings ?? []).filter((one) => !one.startsWith(AS_TEXT));
  const readings = [
    ...meant.map((one) => labelledPhrases.line(question.label, one)),
    labelledPhrases.asText(cleanLine(typed)),
  ];
  const sentence = labelledPhrases.whichOf(text, [question.label, open.label]);
  const ofIt = parsed?.ok === false && isWords(question) ? { contentOf: [question.key] } : {};
  return { state: { ...state, ...ofIt }, outcome: { kind: "retry", question: open, sentence, readings } };
}
/** 4. 项目名称：… */
const NUMBERED = /^[（(]?\d{1,2}\s*[.．、)）]\s*(?=\p{Script=Han})/u;
const AS_TEXT = labelledPhrases.asText("");

const MIN_LABEL = 2;

/** The fields that have the words as their label, or end in them: 地址 is no answer. */
function labelsCalled({ fields }: Form, text: string): readonly string[] {
  const plain = compactAnswer(text);
  if (plain.length < MIN_LABEL) return [];
  return fields.map(({ label }) => label).filter((label) => compactAnswer(label).endsWith(plain));
}

const askLabel = (
  { state }: StepContext,
  question: Question,
  { labels, text }: { labels: readonly string[]; text: string },
): Step => ({
  state,
  outcome: {
    kind: "retry",
    question,
    sentence: stepPhrases.isLabel(text.trim()),
    readings: labels.slice(0, MIN_LABEL + MIN_LABEL).map((label) => viewPhrases.changeTyped(label)),
  },
});
