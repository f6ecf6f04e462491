import { phoneIn } from "./answers/text-doubt.ts";
import type { Form, Question } from "./field.ts";
import { phoneOf } from "./label-names.ts";
import type { LabelledAnswer } from "./labelled-answers.ts";

/** 王建国 13812345678 answers 负责人 and 负责人电话; undefined for other answers. */
export function withItsPhone(form: Form, question: Question, text: string): readonly LabelledAnswer[] | undefined {
  const phone = question.kind === "text" && !/\n|\t.*\t/.test(text.trim()) ? phoneIn(text, { short: true }) : undefined;
  const sibling = phoneOf(form, question);
  if (!phone || phone.rest === "" || !sibling) return undefined;
  return [
    { question, text: phone.rest },
    { question: sibling, text: phone.number },
  ];
}

/** Names with their numbers beside them as two answers each, unless the number is said apart. */
export const withPhones = (form: Form, answers: readonly LabelledAnswer[]): readonly LabelledAnswer[] =>
  answers.flatMap((one) => {
    const both = withItsPhone(form, one.question, one.text);
    const isApart = answers.some(({ question }) => question === both?.[1]?.question);
    return both && !isApart ? both : [one];
  });
