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
  if (!choice || !option || !parseAnswer(question, text, input).ok) return undefined;
  return [
    { question: choice, text: option.text },
    { question, text },
  ];
}

/** The same for several answers, unless the choice is said apart. */
export const withChoices = (
  at: { form: Form; input: Omit<StepInput, "text"> },
  answers: readonly LabelledAnswer[],
): readonly LabelledAnswer[] =>
  answers.flatMap((one) => {
    const both = withItsChoice(at, one.question, one);
    const isApart = answers.some(({ question }) => question === both?.[0]?.question);
    return both && !isApart ? both : [one];
  });
