import { showAnswer } from "./answers/show-answer.ts";
import type { Form, Question } from "./field.ts";
import type { FormState } from "./form-state.ts";
import { labelNames } from "./label-names.ts";

const OF_PERSON = /(?:主任|书记|负责人)$/u;
const CHANGES = /[改换更]|错|不对|不是|应[为该是]/u;
/** In characters: 书记 may be another body's. */
const SHORT = 2;

/**
 * 社区是东盛社区书记是楼国庆 where 党支部书记 has another name: a person who is called by his office alone, beside other
 * answers, may be another's. The one whose name would take the place of a saved one; undefined otherwise.
 */
export function namedForAnother<One extends { question: Question }>(
  form: Form,
  { answers }: FormState,
  { text, changed }: { text: string; changed: readonly One[] },
): { one: One; was: string } | undefined {
  if (changed.length < SHORT || CHANGES.test(text)) return undefined;
  const one = changed.find(({ question }) => {
    const { label, kind, key } = question;
    const isSaved = kind === "text" && OF_PERSON.test(label) && answers[key] !== undefined;
    const isNamed = labelNames(form).some(
      ({ name, question: of }) => of === question && name.length > SHORT && text.includes(name),
    );
    return isSaved && !isNamed && text.includes(label.slice(-SHORT));
  });
  const value = one && answers[one.question.key];
  return one && value !== undefined ? { one, was: showAnswer(one.question, value) } : undefined;
}
