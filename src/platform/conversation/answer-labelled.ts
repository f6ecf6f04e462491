import { distance } from "fastest-levenshtein";
import { answerAll, askWhose, otherCase, saysNone } from "./answer-all.ts";
import { answerAlone, askParts } from "./answer-alone.ts";
import { parseAnswer } from "./answers/parse-answer.ts";
import { apartPhrases } from "./elsewhere-phrases.ts";
import { type Form, isWords, type Question } from "./field.ts";
import { readFieldChange } from "./field-change.ts";
import { readFormCommand } from "./form-command.ts";
import { headedText } from "./headed-text.ts";
import { LEFT_OUT } from "./label-marks.ts";
import { type Labelled, type LabelledAnswer, readLabelled } from "./labelled-answers.ts";
import { answerElsewhere, answering, partOfAddress, type StepContext } from "./moves.ts";
import type { Step } from "./outcome.ts";
import { labelledPhrases, stepPhrases } from "./phrases.ts";
import { compactAnswer } from "./plain.ts";
import { saysRecord } from "./record-offered.ts";
import { runOn } from "./run-on.ts";
import { EMPTY_WORDS } from "./spoken.ts";
import { standsFor } from "./stands-for.ts";
import { corrected, unchangedIn, withoutUnchanged } from "./unchanged.ts";
import { withoutUnclear } from "./whose-person.ts";
import { withItsChoice } from "./with-choice.ts";
import { withItsPhone } from "./with-phone.ts";

const CORRECTS = /^[嗯呃哦啊]*(?:(?:不对|不是|错了|填错了|写错了|更正|纠正|修改|重填|改)[一下\s,，]*)+$/u;

/** 小区名称：锦绣花园；小区地址：越王路1号, and what is pasted from a form. Undefined for other words. */
export function answerLabelled(context: StepContext, open: Question | undefined): Step | undefined {
  const { form, input } = context;
  const others = input.ofOthers?.labels ?? [];
  const all = readLabelled(form, input.text.replace(NOTICE, ""), { open, others });
  const { read: clear, unclear } = withoutUnclear(form, context.state, all);
  const said = withCorrections(form, clear);
  const read = { ...said, answers: said.answers.map((one) => withoutUnchanged(form, corrected(context, one))) };
  const unchanged = said.answers.flatMap((one) => unchangedIn(form, one) ?? []);
  const { answers, headings, ofOthers } = read;
  const [first, second] = answers;
  const whole = headedText(context, answers);
  if (whole) return whole;
  if (!first) return undefined;
  const isCorrected = read.head === "" && read.rows > 0 && answers.every((one, at) => one !== said.answers[at]);
  const isOne = isOneField(context, read);
  const isClosed = !second && first.question !== open && saysNone(first) && LEFT_OUT.test(first.text);
  // 审批单位：确认 takes what is proposed there.
  const takes = !second && read.rows === 1 && standsFor(context, first.question, first.text) !== undefined;
  const isTaken = isOne && (input.isOffered === true || !isWords(first.question));
  const isNotice = second !== undefined && read.head === "" && NOTICE.test(input.text);
  const isOther = isCorrected || isClosed || takes || isTaken || isNotice;
  if (open?.kind === "longText" && !isOther && !isForm(read, open)) return askWhoseLine(context, open, read, isOne);
  const question = open ?? first.question;
  if (read.several) {
    const offer = input.workbook === undefined ? {} : { offer: { label: input.workbook, typed: input.workbook } };
    const sentence = labelledPhrases.several(input.workbook);
    return { state: context.state, outcome: { kind: "retry", question, sentence, ...offer } };
  }
  const isLabel = first.named !== undefined && isMisheard(form, `${read.head}${first.named}`);
  const head = CORRECTS.test(read.head) || isLabel ? "" : read.head;
  const isTwice = head !== "" && (!open || answers.some((one) => one.question === open));
  // 单位：… before it is a label that no field has.
  if (isTwice && !input.text.trim().includes("\n") && !/^\p{Script=Han}{2,8}\s*[:：]/u.test(head)) return undefined;
  // 把小区地址改成… is one sentence.
  if (head !== "" && !second && !isTwice && readFormCommand(input.text)?.kind === "correct") return undefined;
  const unread = isTwice ? [...head.split("\n"), ...read.unread] : read.unread;
  const isOrder = head !== "" && saysOrder(form, head);
  const own = head !== "" && open && !isTwice && !isOrder ? [ofHead(context, open, head)] : [];
  if (isOrder) return apartFrom(answerAll(context, { answers, unread: [...unread, head], headings }), head);
  const parts = unclear.length > 0 ? undefined : runOnIn(context, [...own, ...answers]);
  if (parts) return askParts(context, question, { parts, text: input.text });
  const isNone = first.question !== open && saysNone(first);
  if (second || isNone || own.length > 0 || unread.length > 0 || ofOthers.length > 0 || unchanged.length > 0)
    return answerAll(context, {
      answers: [...own, ...answers],
      unread: unread.filter((line) => !unclear.some((one) => one.line === line)),
      unclear,
      headings: [...headings, ...unchanged],
      isPasted: read.rows > 1,
      ofOthers,
    });
  const renames = askRenamed(context, question, first) ?? askOtherName(context, question, first);
  if (renames) return renames;
  const corrects = isCorrected || /(?:应|改|更正|换)\S{0,2}$/u.test((first.named ?? "").trim());
  const part = corrects ? partOfAddress(context, first.question, first.text) : undefined;
  if (part) return part;
  const both =
    (first.question === open ? undefined : withItsPhone(form, first.question, first.text)) ??
    withItsChoice(context, first.question, first);
  if (both) return answerAll(context, { answers: both });
  return first.question === open
    ? answerAlone(context, first.question, first.text)
    : answerElsewhere(context, first.question, first.text);
}

/** 成立业委会了的 before 主任叫…: an option of a field that is not asked for says nothing of the open one. */
function ofHead({ form, input }: StepContext, open: Question, head: string): LabelledAnswer {
  const said = head.replace(HAS_BODY, "").replace(/了?的?[,，\s]*$/u, "");
  const isChosen = (one: Question): boolean => one.kind === "choice" && parseAnswer(one, said, answering(input)).ok;
  const chosen = said === head || !isWords(open) ? undefined : form.fields.find(isChosen);
  return chosen ? { question: chosen, text: said } : { question: open, text: head };
}
const HAS_BODY = /^(?:我们?|小区|本小区)*(?:已经?)?(?:成立|有)了?(?=\p{Script=Han}{2})/u;

/** 记录其余11项, 提交, with rows of the form below it. */
function saysOrder(form: Form, head: string): boolean {
  const kind = readFormCommand(head)?.kind;
  return saysRecord(form, head) || kind === "submit" || kind === "leave";
}

/** It is no row of the form: it has a message of its own. */
function apartFrom(done: Step, order: string): Step {
  if (done.outcome.kind !== "retry") return done;
  const sentence = apartPhrases.sentApart(done.outcome.sentence, order);
  return { ...done, outcome: { ...done.outcome, sentence } };
}

const CORRECTION = /^\s*(?:更正|勘误|订正)(?:一下)?\s*[:：]\s*(\S.*)$/u;

/** …，党支部书记电话应为… */
const NEXT_FIELD = /[，,；;]\s*(?=\p{Script=Han}{2,12}(?:应该?[为是]|改[为成]|更正为))/u;

/** 更正：物业服务企业名称应为…, a line below the rows: what was written above is not meant. */
function withCorrections(form: Form, read: Labelled): Labelled {
  const changes = read.unread.flatMap((line) => {
    const parts = (CORRECTION.exec(line)?.[1] ?? "").split(NEXT_FIELD).map((part) => {
      const change = readFieldChange(part);
      const question = form.fields.find(({ label }) => label === change?.name);
      return change && question && !change.adds ? { line, question, text: change.value } : undefined;
    });
    const known = parts.filter((part) => part !== undefined);
    return known.length === parts.length ? known : [];
  });
  const corrected = changes.filter(({ question }) => read.answers.some((one) => one.question === question));
  return {
    ...read,
    answers: read.answers.map((one) => {
      const change = corrected.findLast(({ question }) => question === one.question);
      return change ? { ...one, text: change.text } : one;
    }),
    unread: read.unread.filter((line) => !corrected.some((one) => one.line === line)),
  };
}

/** 所属街道：湖塘街道 and nothing else, as a button sends it: paragraphs begin otherwise. */
function isOneField({ input }: StepContext, { head, answers, rows, ...read }: Labelled): boolean {
  const [one, second] = answers;
  const beside = [...read.unread, ...read.headings, ...read.ofOthers];
  if (!one || second || head !== "" || rows !== 1 || beside.length > 0 || input.text.trim().includes("\n"))
    return false;
  const { named = "" } = one;
  const isLabel =
    input.text.trim().startsWith(named.trim()) &&
    compactAnswer(named).replace(/[:：]$/u, "") === compactAnswer(one.question.label);
  const isBrief = [...one.text].length <= MAX_SENTENCE && !/[，,；;。]\s*\S/u.test(one.text);
  return isLabel && isBrief && one.question.kind !== "longText" && parseAnswer(one.question, one.text, input).ok;
}

/** 更正一下：, before the fields that are meant */
const NOTICE = /^\s*(?:更正|勘误|订正)(?:一下)?\s*[:：]\s*(?=\S)/u;

/** 小区是…, where the case has a name and something else is asked: the word is too short for another name. */
function askRenamed({ state, input }: StepContext, open: Question, said: LabelledAnswer): Step | undefined {
  const { question, named = "", text } = said;
  const before = state.answers[question.key];
  const isName =
    question.key === input.nameKey &&
    question !== open &&
    named.replace(/(?:就?是|叫做?|为|[:：\s])+$/u, "").length < MIN_LABEL - 1;
  const isMeant = compactAnswer(input.text).includes("不对") || compactAnswer(input.text).includes("错");
  if (!isName || isMeant || typeof before !== "string" || before === text.trim()) return undefined;
  const sentence = stepPhrases.renames(question.label, before, text.trim());
  const readings = [stepPhrases.changeTyped(question.label, text.trim())];
  return { state, outcome: { kind: "retry", question: open, sentence, readings } };
}

/** 小区名称：… of quite another name, while most of the form is filled in: it may be the beginning of another form. */
function askOtherName(context: StepContext, open: Question, { question, text, named = "" }: LabelledAnswer) {
  const { form, state, input } = context;
  const isFull = Object.keys(state.answers).length * 2 >= form.fields.length;
  if (question.key !== input.nameKey || question === open || input.isOffered || !isFull || /[改为是错]/u.test(named))
    return undefined;
  const parsed = parseAnswer(question, text, answering(input));
  const good = parsed.ok ? [{ question, value: parsed.value, shown: parsed.shown }] : [];
  const other = otherCase(context, good);
  const isAlike = [...(other?.after.replace(/(?:小区|花园|花苑|公寓|新村)$/u, "") ?? "")].some((sign, at, all) =>
    other?.before.includes(`${sign}${all[at + 1] ?? "\n"}`),
  );
  return other && !isAlike ? askWhose(context, other, { good, bad: [], unread: [] }) : undefined;
}

/** 党枝部书记: one sign of a label heard for another. */
function isMisheard(form: Form, said: string): boolean {
  const words = said.replace(/(?:就?是|叫做?|为|[:：\s])+$/u, "");
  return form.fields.some(
    ({ label }) => label.length >= MIN_LABEL && label.length === words.length && distance(label, words) === 1,
  );
}
/** In characters. */
const MIN_LABEL = 4;

/** 申报单位是塔山社区地址解放南路66号: what is said runs on into other fields. Undefined where nothing does. */
function runOnIn({ form, input }: StepContext, said: readonly LabelledAnswer[]): readonly LabelledAnswer[] | undefined {
  if (/[\n\t：:；;]/u.test(input.text.trim())) return undefined;
  const parts = said.flatMap((one) => {
    const within = runOn(form, one.question, one.text);
    return within.length > 1 ? within : [{ ...one, text: one.text.replace(OPENING, "") }];
  });
  const isOnce = new Set(parts.map(({ question }) => question)).size === parts.length;
  return parts.length > said.length && isOnce ? parts : undefined;
}

/** 申报单位嗯是鉴湖物业 */
const OPENING = new RegExp(`^[嗯呃额唔嘛呢啊](?:${EMPTY_WORDS}|就?是|[,，、\\s])*(?=..)`, "u");

/** In characters. */
const MAX_SENTENCE = 40;

/** 党支部名称就是鉴湖社区党支部 while paragraphs are waited for: a short sentence that begins so may be either. */
function askWhoseLine(
  { state, input }: StepContext,
  open: Question,
  { head, answers }: Labelled,
  isOneField: boolean,
): Step | undefined {
  const [one, second] = answers;
  const said = input.text.trim().replace(/[。\s]+$/u, "");
  const isShort = isOneField || ([...said].length <= MAX_SENTENCE && !/[\n\t：:；;。]/u.test(said));
  if (!one || second || head !== "" || !isShort || one.question.kind === "longText") return undefined;
  if (readFormCommand(said) || !parseAnswer(one.question, one.text, input).ok) return undefined;
  const sentence = labelledPhrases.whichOf(said, [one.question.label, open.label]);
  const parsed = parseAnswer(one.question, one.text, input);
  const value = parsed.ok ? parsed.shown : one.text;
  const readings = [stepPhrases.changeTyped(one.question.label, value), labelledPhrases.asText(said)];
  return { state, outcome: { kind: "retry", question: open, sentence, readings } };
}

/**
 * A text of paragraphs may hold a line like 小区地址：越王路1号; it is no part of it in a table, or among others, or
 * behind the label of the paragraphs themselves.
 */
function isForm({ head, answers, rows, cellRows, unread, ofOthers, headings }: Labelled, open: Question): boolean {
  if (cellRows > 0 || isRowOfLabels({ head, answers, unread })) return true;
  const isOwn =
    (rows > 0 || answers.length > 1) &&
    answers.some(({ question, named = "" }, at) => question === open && (at === 0 || /[:：]\s*$/u.test(named))) &&
    (answers.length > 1 || ofOthers.length + headings.length + unread.length > 0);
  return head === "" && (isOwn || (rows > 1 && answers.length > 1));
}

/** 业委会主任电话　13905751111；党支部名称　金色家园党支部: nothing but whole labels, each with its answer. */
const isRowOfLabels = ({ head, answers, unread }: Pick<Labelled, "head" | "answers" | "unread">): boolean =>
  head === "" &&
  unread.length === 0 &&
  answers.length > 1 &&
  answers.every(
    ({ question, named = "", text }) =>
      question.kind !== "longText" &&
      text !== "" &&
      /[\s\u3000:：]$/u.test(named) &&
      (!isWords(question) || compactAnswer(named).replace(/[:：]$/u, "") === compactAnswer(question.label)),
  );
