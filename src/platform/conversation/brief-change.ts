import { visibleText } from "../../shared/visible-text.ts";
import { answerAll } from "./answer-all.ts";
import { parseAnswer } from "./answers/parse-answer.ts";
import { isWords, optionsOf, type Question, questionByKey } from "./field.ts";
import { isAnswered } from "./form-state.ts";
import { labelNames } from "./label-names.ts";
import type { LabelledAnswer } from "./labelled-answers.ts";
import { answerElsewhere, openAt, partOfAddress, type StepContext } from "./moves.ts";
import type { Step } from "./outcome.ts";
import { labelledPhrases } from "./phrases.ts";
import { compactAnswer } from "./plain.ts";
import { isWithin } from "./short-names.ts";
import { viewPhrases } from "./view-phrases.ts";
import { withItsChoice } from "./with-choice.ts";

/** In characters. */
const [SHORTEST, LONGEST, MOST] = [2, 8, 60];
const ASKED = /^(?:(?:那|帮我|麻烦|请|我?想?要?|再|把|将)*(?:修改|更正|改)(?:一下|回|成|为|到)?[:：\s]*)/u;
const INTO = /^(?:[的那个]*(?:再|要)?改(?:为|成|到|回)?|就?是|为(?!民)|里?(?:写|填)(?:上|一下)?|[:：=＝\s])+/u;

/**
 * 入住率改96, 改电话, 改8.22, 改 街道百官 社区江东, where the whole form is shown and no question waits: nothing else can be
 * meant. What has one meaning is recorded, otherwise it is asked. Undefined for other words.
 */
export function briefChange(context: StepContext): Step | undefined {
  const { state, input } = context;
  const said = visibleText(input.text).trim();
  if ([...said].length > MOST || /[\n\t。；;]/u.test(said)) return undefined;
  const rest = said.replace(ASKED, "");
  const isAsked = rest !== said;
  const named = fieldsNamed(context, compactAnswer(rest));
  const [only, second] = named;
  if (isAsked && only && !second) return { state: openAt(state, only), outcome: { kind: "ask", question: only } };
  if (isAsked && second) return { state, outcome: { kind: "whichField", candidates: named } };
  const pieces = rest.split(/[\s，,、]+/u).map((piece) => pieceOf(context, piece));
  const given = pieces.length === 1 ? pieces : isAsked ? pieces : [pieceOf(context, rest)];
  if (given.every((one) => one !== undefined)) return changed(context, given);
  return isAsked ? whichValue(context, rest) : undefined;
}

/** Fields that the word is a name of, or a part of whose label it is. */
function fieldsNamed({ form, state, input }: StepContext, word: string): readonly Question[] {
  if (word.length < SHORTEST) return [];
  const own = input.nameKey === undefined ? undefined : questionByKey(form, input.nameKey);
  if (own && /^(?:名字|名称)$/u.test(word)) return [own];
  const exact = labelNames(form).find(({ name, part, isOption }) => name === word && part !== "start" && !isOption);
  if (exact) return [exact.question];
  const within = form.fields.filter(({ label }) => isWithin(word, compactAnswer(label)));
  const answered = within.filter((one) => isAnswered(state, one));
  return answered.length > 0 ? answered : within;
}

function pieceOf(context: StepContext, piece: string): LabelledAnswer | undefined {
  for (let length = Math.min(LONGEST, piece.length - 1); length >= SHORTEST; length -= 1) {
    const word = piece.slice(0, length);
    const option = labelNames(context.form).find(({ name, isOption }) => isOption && name === word);
    const [only, second] = option ? [option.question] : fieldsNamed(context, word);
    const text = piece.slice(length).replace(INTO, "");
    if (only && !second && text !== "") return { question: only, text, named: word };
  }
  return undefined;
}

function changed(context: StepContext, answers: readonly LabelledAnswer[]): Step | undefined {
  const [one, second] = answers;
  if (!one) return undefined;
  if (second) return answerAll(context, { answers });
  // A sentence may begin so, too; a text that is no answer is not understood.
  if (isWords(one.question) && one.question.kind === "longText") return undefined;
  const part = partOfAddress(context, one.question, one.text);
  if (part) return part;
  const both = withItsChoice(context, one.question, one);
  return both ? answerAll(context, { answers: both }) : answerElsewhere(context, one.question, one.text);
}

const MOST_FIELDS = 4;

/** 改8.22, 改回交付率: the fields that such a value may be for. */
function whichValue({ form, state, input }: StepContext, value: string): Step | undefined {
  const isFor = (one: Question): boolean =>
    !isWords(one) &&
    isAnswered(state, one) &&
    (optionsOf(one).length === 0 || optionsOf(one).some(({ text }) => text === value)) &&
    parseAnswer(one, value, input).ok;
  const readings = form.fields.filter(isFor).map((one) => labelledPhrases.line(one.label, shownOf(one, value, input)));
  if (readings.length === 0 || readings.length > MOST_FIELDS) return undefined;
  return { state, outcome: { kind: "review", notes: [viewPhrases.whichChanged(value)], readings } };
}

function shownOf(question: Question, value: string, input: StepContext["input"]): string {
  const parsed = parseAnswer(question, value, input);
  return parsed.ok ? parsed.shown : value;
}
