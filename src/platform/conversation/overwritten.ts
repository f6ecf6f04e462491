import { isDeepStrictEqual } from "node:util";
import type { AnswerValue } from "./answer.ts";
import { showAnswer } from "./answers/show-answer.ts";
import { type Form, isWords, type Question } from "./field.ts";
import type { FormState } from "./form-state.ts";
import type { LabelledAnswer } from "./labelled-answers.ts";
import { answer, answerElsewhere, type StepContext } from "./moves.ts";
import { openQuestion } from "./open-question.ts";
import type { Step } from "./outcome.ts";
import { labelledPhrases } from "./phrases.ts";

/** 内容：… is the answer as it stands. */
const AS_TEXT = /^\s*内容[:：]\s*\S/u;

interface Read {
  question: Question;
  value: AnswerValue;
  shown: string;
}

/** What is saved and would be another: the field, with both values as displayed. @param paragraphs with texts of paragraphs */
export const replacedBy = ({ answers }: FormState, read: readonly Read[], { paragraphs = false } = {}) =>
  read.flatMap(({ question, value, shown }) => {
    const before = question.kind === "longText" && !paragraphs ? undefined : answers[question.key];
    if (before === undefined || isDeepStrictEqual(before, value)) return [];
    return [{ label: question.label, before: showAnswer(question, before), shown }];
  });

/**
 * Labels behind the label of a text of paragraphs may stand within the text: 申报材料：…小区地址：…. Where they would
 * take the place of what is saved, nothing is recorded before it is said which is meant; undefined otherwise.
 */
export function askWithin(
  { form, state }: StepContext,
  said: readonly LabelledAnswer[],
  read: readonly Read[],
): Step | undefined {
  const at = said.findIndex(({ question, text }) => question.kind === "longText" && question.required && text !== "");
  const text = said[at]?.question;
  const behind = read.filter(({ question }) => said.findIndex((one) => one.question === question) > at);
  const replaced = at < 0 ? [] : replacedBy(state, behind, { paragraphs: true });
  const open = openQuestion(form, state) ?? text;
  if (!text || !open || replaced.length === 0) return undefined;
  const label = labelledPhrases.recordRest(read.length);
  return {
    state: { ...state, offered: Object.fromEntries(read.map((one) => [one.question.key, one.value])) },
    outcome: {
      ...{ kind: "retry", question: open, offer: { label, typed: label } },
      sentence: labelledPhrases.replacesWithin(text.label, replaced, label),
    },
  };
}

/** 申报材料：内容：…: all of it is the text of that field, whatever labels stand in it; undefined for other words. */
export function wholeText(context: StepContext): Step | undefined {
  const { form, state, input } = context;
  const said = input.text.trimStart();
  const question = wordsCalled(form, said);
  const rest = question && said.slice(question.label.length).replace(/^\s*[:：]\s*/u, "");
  if (!question || rest === undefined || !AS_TEXT.test(rest)) return undefined;
  return openQuestion(form, state) === question
    ? answer(context, question, rest)
    : answerElsewhere(context, question, rest);
}

const wordsCalled = ({ fields }: Form, said: string): Question | undefined =>
  fields.find((one) => isWords(one) && said.startsWith(one.label) && /^\s*[:：]/u.test(said.slice(one.label.length)));
