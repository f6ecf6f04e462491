import { parseAnswer } from "./answers/parse-answer.ts";
import { choiceBefore } from "./choice-before.ts";
import { type Form, type Option, optionsOf, type Question } from "./field.ts";
import type { LabelledAnswer } from "./labelled-answers.ts";
import type { StepInput } from "./outcome.ts";

/** The option that the words name, and no other. */
export function optionSaid(choice: Question, said: string): Option | undefined {
  const [only, other] = optionsOf(choice).filter(({ text }) => said.includes(text));
  return other ? undefined : only;
}

/**
 * 入住率95 at 交付率或入住率 says which of the two it is as well; undefined for an answer that does not.
 * @param named the words that stood for the label
 */
export function withItsChoice(
  { form, input }: { form: Form; input: Omit<StepInput, "text"> },
  question: Question,
  { text, named = "" }: { text: string; named?: string | undefined },
): readonly LabelledAnswer[] | undefined {
  const choice = choiceBefore(form, question);
  const option = choice && optionSaid(choice, `${named}${text}`);
  const own = dated(form, question, text);
  const isRead = own.every((one) => parseAnswer(one.question, one.text, input).ok);
  if (!isRead) return undefined;
  if (choice && option) return [{ question: choice, text: option.text }, ...own];
  return own.length > 1 ? own : undefined;
}

/** 89.2%（截至8月15日）: a rate with the day of it, which the field behind it asks for. */
function dated(form: Form, question: Question, text: string): readonly LabelledAnswer[] {
  const date = form.fields[form.fields.indexOf(question) + 1];
  const [, rate = "", day = ""] = question.kind === "percent" ? (DATED.exec(text.trim()) ?? []) : [];
  if (rate === "" || date?.kind !== "date" || !date.label.includes(AS_OF)) return [{ question, text }];
  return [
    { question, text: rate },
    { question: date, text: day },
  ];
}
const AS_OF = "截止";
const DATED = /^(\S.*?)[\s,，、；;]*[（(]?(?:数据)?截[至止](?:到|至|日期)?(?:为|是)?\s*([^（()）]+?)[)）]?[。\s]*$/u;

/** The same for several answers, unless the choice is said apart. */
export const withChoices = (
  at: { form: Form; input: Omit<StepInput, "text"> },
  answers: readonly LabelledAnswer[],
): readonly LabelledAnswer[] =>
  answers.flatMap((one) => {
    const both = withItsChoice(at, one.question, one);
    const isApart = answers.some((other) => other !== one && both?.some(({ question }) => question === other.question));
    return both && !isApart ? both : [one];
  });
