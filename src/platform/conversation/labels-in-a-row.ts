import { visibleText } from "../../shared/visible-text.ts";
import { answerAll } from "./answer-all.ts";
import { askParts } from "./answer-alone.ts";
import { parseAnswer } from "./answers/parse-answer.ts";
import { beginsAsName } from "./answers/surnames.ts";
import { elsewherePhrases } from "./elsewhere-phrases.ts";
import type { Form, Question } from "./field.ts";
import { labelNames } from "./label-names.ts";
import type { LabelledAnswer } from "./labelled-answers.ts";
import { answering, type StepContext } from "./moves.ts";
import { openQuestion } from "./open-question.ts";
import type { Step } from "./outcome.ts";
import { labelledPhrases, stepPhrases } from "./phrases.ts";
import { EMPTY_WORDS, withoutFillers } from "./spoken.ts";

/** In characters: what is longer is a text of its own. */
const LONGEST = 80;
/** Readings that are told; of more, the first ones. */
const MOST = 3;
const BEFORE_VALUE = new RegExp(`^(?:${EMPTY_WORDS}|[，,、\\s])+`, "u");
const BEHIND_VALUE = new RegExp(`(?:${EMPTY_WORDS}|然后|还有|[，,、\\s])+$`, "u");
/** By the end of the label: how its value ends. */
const SHAPES: readonly (readonly [RegExp, RegExp])[] = [
  [/街道$/u, /^\p{Script=Han}{2,5}(?:街道|镇|乡)$/u],
  [/社区$/u, /^\p{Script=Han}{2,6}(?:社区|村)$/u],
];
const PERSON = /(?:主任|书记|负责人)$/u;
const IS_PERSON = /^\p{Script=Han}{2,3}$/u;
/** In characters, of an option or a figure. */
const [SHORTEST_VALUE, LONGEST_VALUE] = [2, 16];

/** Whether nothing else can be meant: an option, a figure, a day, a place by its end, a person by the surname. */
function fits(context: StepContext, question: Question, value: string): boolean {
  if (value.length < SHORTEST_VALUE || value.length > LONGEST_VALUE) return false;
  // 是欧阳主任 is read with its 是.
  if (/^[就是为叫写选]/u.test(value)) return false;
  if (question.kind === "longText" || question.kind === "declaration") return false;
  if (question.kind !== "text") return parseAnswer(question, value, answering(context.input)).ok;
  if (PERSON.test(question.label)) return IS_PERSON.test(value) && beginsAsName(value);
  const shape = SHAPES.find(([label]) => label.test(question.label))?.[1];
  return shape?.test(value) === true && parseAnswer(question, value, answering(context.input)).ok;
}

type Row = readonly LabelledAnswer[];

/** The fields whose names stand there. */
const namedAt = (form: Form, text: string, at: number): readonly { question: Question; to: number }[] =>
  labelNames(form)
    .filter(({ name, part }) => part !== "start" && text.startsWith(name, at))
    .map(({ name, question }) => ({ question, to: at + name.length }));

/** Every way to cut the text from here on into names, each with a value that fits it. */
function cutsOf(context: StepContext, text: string, at = 0): readonly Row[] {
  return namedAt(context.form, text, at).flatMap(({ question, to }) =>
    endsBehind(context.form, text, to).flatMap((end): readonly Row[] => {
      const value = text.slice(to, end).replace(BEFORE_VALUE, "").replace(BEHIND_VALUE, "");
      if (!fits(context, question, value)) return [];
      const one = { question, text: value };
      return end === text.length ? [[one]] : cutsOf(context, text, end).map((rest) => [one, ...rest]);
    }),
  );
}

/** Where a value may end: before another name, or with the text. */
function endsBehind(form: Form, text: string, from: number): readonly number[] {
  const within = Array.from({ length: Math.max(0, text.length - from - 1) }, (_, at) => from + 1 + at);
  return [...within.filter((at) => namedAt(form, text, at).length > 0), text.length];
}

const keyOf = (row: Row): string => row.map(({ question, text }) => `${question.key} ${text}`).join("\n");
const isOnce = (row: Row): boolean => new Set(row.map(({ question }) => question)).size === row.length;

/** 类型业主组织组织形式业主委员会: the ways in which it is several fields, one behind the other. */
function rowsIn(context: StepContext, text: string): readonly Row[] {
  const rows = cutsOf(context, text).filter((row) => row.length > 1 && isOnce(row));
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}

/** 所属社区：街道陶朱街道社区环城社区: its own name before all of them. */
const LABEL = /^[^\s:：]{2,12}\s*[:：]\s*(?=\S)/u;

/**
 * Names of fields and their values without anything between them: recorded where every value can only be the one of its
 * field, and otherwise asked about. Undefined for other words.
 */
export function labelsInRow(context: StepContext): Step | undefined {
  const { form, state, input } = context;
  const said = withoutFillers(visibleText(input.text).trim()).replace(/[。\s]+$/u, "");
  const text = said.replace(LABEL, "");
  if (input.isOffered || [...text].length > LONGEST || /[\n\t：:；;。]/u.test(text)) return undefined;
  const rows = rowsIn(context, text);
  const [only, second] = rows;
  const question = openQuestion(form, state) ?? only?.[0]?.question;
  if (!only || !question) return undefined;
  if (second) {
    const readings = rows.slice(0, MOST).map((row) => row.map(lineOf).join("；"));
    return { state, outcome: { kind: "retry", question, sentence: stepPhrases.whichReading(readings), readings } };
  }
  // People's names are words, too.
  const isSure = text === said && only.every((one) => !PERSON.test(one.question.label));
  return isSure ? answerAll(context, { answers: only }) : askParts(context, question, { parts: only, text: said });
}

const lineOf = ({ question, text }: LabelledAnswer): string => labelledPhrases.line(question.label, text);

/** 类型业主组织街道还没定 at paragraphs: the first of them is read, and what stands behind it is not. */
export function beginsInRow(context: StepContext, open: Question): Step | undefined {
  const { form, state, input } = context;
  const text = withoutFillers(visibleText(input.text).trim());
  if (open.kind !== "longText" || input.isOffered || [...text].length > LONGEST || /[\n\t：:；;。，,、]/u.test(text))
    return undefined;
  const begun = namedAt(form, text, 0).flatMap(({ question, to }) =>
    endsBehind(form, text, to)
      .filter((end) => end < text.length && fits(context, question, text.slice(to, end).replace(BEFORE_VALUE, "")))
      .flatMap((end) => namedAt(form, text, end).map(({ question: next }) => [question, next] as const)),
  );
  const [labels] = begun;
  if (!labels) return undefined;
  const names = labels.map(({ label }) => label);
  const sentence = `${elsewherePhrases.ofFields(text, names)}${names.map(elsewherePhrases.unread).slice(-1).join("")}${elsewherePhrases.asIs(open.label)}`;
  return { state, outcome: { kind: "retry", question: open, sentence }, isNamed: true };
}
