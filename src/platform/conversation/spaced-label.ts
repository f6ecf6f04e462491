import { visibleText } from "../../shared/visible-text.ts";
import { isMeantFor } from "./answers/other-shape.ts";
import { parseAnswer } from "./answers/parse-answer.ts";
import { beginsAsName } from "./answers/surnames.ts";
import { elsewherePhrases as phrases } from "./elsewhere-phrases.ts";
import { type Form, isWords, type Question } from "./field.ts";
import { labelNames, phoneNames } from "./label-names.ts";
import type { LabelledAnswer } from "./labelled-answers.ts";
import { answerElsewhere, answering, type StepContext } from "./moves.ts";
import type { Step } from "./outcome.ts";
import { labelledPhrases } from "./phrases.ts";
import { compactAnswer } from "./plain.ts";
import { withoutFillers } from "./spoken.ts";
import { standsFor } from "./stands-for.ts";
import { withPhones } from "./with-phone.ts";

/** In characters: a longer text is a text of its own. */
const LONGEST = 60;
/** Of a text of paragraphs. */
const LONGEST_IN_TEXT = 40;
const MOST_FIELDS = 4;
const [SHORTEST_WORD, LONGEST_WORD] = [2, 8];
/** Between a name and its value. */
const APART = /[\s，,、]+|(?<=^\p{Script=Han}{2,8})[嘛呢][\s，,、]*/u;
/** 街道剡湖: nothing between the two. */
const GLUED = /^(\p{Script=Han}{2,4}|\p{Script=Han}{2,3}1\d{10}|同\p{Script=Han}{2,6}|[\d+(（][\d\-－+()（）转]{6,})$/u;

const words = new Intl.Segmenter("zh", { granularity: "word" });
const wordsOf = (label: string): string[] => [...words.segment(label)].map(({ segment }) => segment);

/** The parts of a label that people call it by: 物业, 地址, 项目, 业委会主任; each is some of its words in a row. */
function callsOf(label: string): readonly string[] {
  const all = wordsOf(label);
  return all.flatMap((_, from) => all.slice(from).map((__, to) => all.slice(from, from + to + 1).join("")));
}

const known = new WeakMap<Form, ReadonlyMap<string, readonly Question[]>>();

function callsIn(form: Form): ReadonlyMap<string, readonly Question[]> {
  const before = known.get(form);
  if (before) return before;
  const calls = new Map<string, readonly Question[]>();
  const add = (word: string, question: Question) => {
    const named = calls.get(word) ?? [];
    if (word.length >= SHORTEST_WORD && word.length <= LONGEST_WORD && !named.includes(question))
      calls.set(word, [...named, question]);
  };
  for (const question of form.fields) for (const word of callsOf(compactAnswer(question.label))) add(word, question);
  for (const { name, question, part } of labelNames(form))
    if (part === undefined || part === "also") add(name, question);
  for (const [word, fields] of calls) calls.set(word, called(word, fields));
  known.set(form, calls);
  return calls;
}

/** The field of that name; else those whose names end in it, or have it within: 书记 is no 书记电话. */
function called(word: string, fields: readonly Question[]): readonly Question[] {
  const whole = fields.filter(({ label, aliases = [] }) => label === word || aliases.includes(word));
  const ending = fields.filter(({ label }) => compactAnswer(label).endsWith(word));
  return whole.length > 0 ? whole : ending.length > 0 ? ending : fields;
}

interface Part {
  word: string;
  fields: readonly Question[];
  text: string;
}

/** 街道 剡湖 社区 鹿山, 物业 城北物业 电话 0575-…: words that name fields, each with what stands behind it. Else none. */
function partsOf(form: Form, open: Question, text: string): readonly Part[] {
  const calls = callsIn(form);
  const [first = "", ...tokens] = text.split(APART).filter((token) => token !== "");
  const parts: Part[] = [];
  for (const [at, token] of [first, ...tokens].entries()) {
    const named = calls.get(token) ?? phoneOfLast(form, parts, token);
    const glued = named ? undefined : gluedIn(form, parts, token);
    if (named) parts.push({ word: token, fields: nearest(named, open), text: "" });
    else if (glued) parts.push(glued);
    else if (at === 0) return [];
    else {
      const last = parts.at(-1);
      if (last) parts.splice(-1, 1, { ...last, text: `${last.text} ${token}`.trim() });
    }
  }
  return parts;
}

/** The open field where the word also names that. */
const nearest = (fields: readonly Question[], open: Question): readonly Question[] =>
  fields.includes(open) ? [open] : fields;

/** 电话 behind a person is that person's. */
function phoneOfLast(form: Form, parts: readonly Part[], token: string): readonly Question[] | undefined {
  const [person] = parts.at(-1)?.fields ?? [];
  const named = phoneNames(form, person).filter(({ name }) => name === token);
  return named.length > 0 ? named.map(({ question }) => question) : undefined;
}

/** 书记李红, 社区鹿山, 电话同书记 */
function gluedIn(form: Form, parts: readonly Part[], token: string): Part | undefined {
  const [person] = parts.at(-1)?.fields ?? [];
  const names = [
    ...phoneNames(form, person),
    ...labelNames(form).filter(({ part, question }) => part !== "start" && question.kind === "text"),
  ];
  const named = names.find(({ name }) => token.startsWith(name) && GLUED.test(token.slice(name.length)));
  return named && { word: named.name, fields: [named.question], text: token.slice(named.name.length) };
}

/**
 * 项目 鹿山一期, 地址 东一路128号 where a line or paragraphs are waited for: a word of a label with a blank behind it names
 * its field. It is taken off where that is the open one; another field's value is offered for that field.
 */
export function spacedLabel(context: StepContext, open: Question): { own: string } | Step | undefined {
  const { form, input } = context;
  const text = withoutFillers(visibleText(input.text).trim()).replace(/^(?:那个|这个)/u, "");
  const isText = open.kind === "longText";
  if (!isWords(open) || input.isOffered || /[\n\t：:；;。！!？?]/u.test(text)) return undefined;
  if ([...text].length > (isText ? LONGEST_IN_TEXT : LONGEST)) return undefined;
  const parts = partsOf(form, open, text);
  const [first, second] = parts;
  if (!first || !isNamed(form, parts, text)) return undefined;
  if (isText && second && parts.every((part) => isSaidOf(part, text))) return undefined;
  // What it is called is said of it in a sentence as well: 党支部 和 业委会.
  if (first.fields.includes(open))
    return second || isText || first.text === ""
      ? second
        ? asked(context, open, { text, parts })
        : undefined
      : { own: first.text };
  // 电话 and a number: a line takes neither, and says so.
  if (!isText && !second && first.fields.every(({ kind }) => kind === "phone")) return undefined;
  // The whole name of a field, which is no part of an answer, is read elsewhere.
  const [only, other] = first.fields;
  if (!second && only && !other && !isText && form.fields.some(({ label }) => label === first.word)) {
    const isRead = parseAnswer(only, first.text, answering(input)).ok;
    return isRead ? answerElsewhere(context, only, first.text) : undefined;
  }
  return asked(context, open, { text, parts });
}

/** 社区支持有力, 物业服务到位: said of who is named, and no name. */
function isSaidOf({ word, fields, text }: Part, typed: string): boolean {
  const [only, second] = fields;
  const [said = ""] = text.split(" ");
  if (!only || second || only.kind !== "text" || !/^\p{Script=Han}{3,}$/u.test(said)) return false;
  if (!typed.includes(`${word}${said}`) || isMeantFor(only.label, said)) return false;
  return !isPersonField(only.label) || said.length > LONGEST_PERSON || !beginsAsName(said);
}
const isPersonField = (label: string): boolean => /(?:主任|书记|负责人)$/u.test(label);
/** In characters. */
const LONGEST_PERSON = 3;

/** A blank stands behind the first of them, or each is named. */
const isNamed = (form: Form, parts: readonly Part[], text: string): boolean => {
  const [first, second] = parts;
  const isSpaced = first !== undefined && callsIn(form).has(text.split(APART)[0] ?? "");
  // 书记李红 13905753344
  const isPerson = first !== undefined && !second && /\d{7}$/u.test(first.text);
  return (
    isPerson || (isSpaced && first.text !== "") || (second !== undefined && parts.every((part) => part.text !== ""))
  );
};

function asked(
  { form, state, input }: StepContext,
  open: Question,
  { text, parts }: { text: string; parts: readonly Part[] },
): Step {
  const read = parts.map((part) => {
    const answersTo = (said: string) => part.fields.map((field) => readAs({ form, state, input }, field, said));
    const answers = answersTo(part.text);
    const { before, behind } = figuresBehind(part.text);
    const again = before === "" || answers.some((one) => one.length > 0) ? [] : answersTo(before);
    return again.some((one) => one.length > 0) ? { ...part, answers: again, left: behind } : { ...part, answers };
  });
  const labels = read.flatMap(({ fields, answers }) => {
    const fitting = fields.filter((_, at) => answers[at]?.length);
    return (fitting.length > 0 ? fitting : fields).slice(0, MOST_FIELDS).map(({ label }) => label);
  });
  const sentence = [phrases.ofFields(text, labels)];
  const [first, second] = read;
  const each = first && !second ? first.answers.filter((one) => one.length > 0).map(lineOf) : [];
  const sure = read.flatMap(({ fields, answers }) => (fields.length === 1 ? (answers[0] ?? []) : []));
  const unread = read.filter(({ fields, answers }) => fields.length > 1 || !answers[0]?.length);
  const readings = second
    ? [sure.length > 0 ? lineOf(sure) : ""].filter((one) => one !== "")
    : each.slice(0, MOST_FIELDS);
  if (second || each.length === 0)
    for (const { fields } of unread)
      sentence.push(fields.length === 1 ? phrases.unread(fields[0]?.label ?? "") : phrases.ofOthers());
  for (const one of read) if ("left" in one) sentence.push(phrases.left(one.left));
  if (readings.length > 0) sentence.push(phrases.offered(readings));
  sentence.push(phrases.asIs(open.label));
  const offered = second ? sure : each.length === 1 ? (first?.answers.find((one) => one.length > 0) ?? []) : [];
  return {
    state: withOffered({ form, state, input }, offered),
    outcome: { kind: "retry", question: open, sentence: sentence.join(""), readings },
    isNamed: true,
  };
}

/** 鹿山社区 入住97 8.20, 1 97 8.20: the value that stands first, and figures that may be of other fields. */
export function figuresBehind(text: string): { before: string; behind: string } {
  const [, before = "", behind = ""] = /^(\S+)\s+(.*\d.*)$/u.exec(text) ?? [];
  return { before, behind };
}

/** What is on a button waits until it is decided about. */
export function withOffered({ state, input }: StepContext, answers: readonly LabelledAnswer[]): StepContext["state"] {
  const read = answers.map(
    ({ question, text }) => [question.key, parseAnswer(question, text, answering(input))] as const,
  );
  const values = read.flatMap(([key, parsed]) => (parsed.ok ? [[key, parsed.value] as const] : []));
  return values.length === 0 ? state : { ...state, offered: Object.fromEntries(values) };
}

const lineOf = (answers: readonly LabelledAnswer[]): string =>
  answers.map(({ question, text }) => labelledPhrases.line(question.label, text)).join("；");

/** What the field would be answered with, and its number; empty where it is no answer to it. */
function readAs(context: StepContext, question: Question, text: string): readonly LabelledAnswer[] {
  if (text === "" || question.kind === "longText") return [];
  // Names have no blanks within.
  const isName = question.kind === "text" && !/地址$/u.test(question.label) && !/\d/u.test(text);
  if (isName && /\s/u.test(text)) return [];
  const meant = standsFor(context, question, text);
  if (meant && "retry" in meant) return [];
  const answers = withPhones(context.form, [{ question, text: meant?.text ?? text }]);
  const read = answers.map((one) => ({
    ...one,
    parsed: parseAnswer(one.question, one.text, answering(context.input)),
  }));
  return read.every(({ parsed }) => parsed.ok)
    ? read.map((one) => ({ question: one.question, text: one.parsed.ok ? one.parsed.shown : one.text }))
    : [];
}
