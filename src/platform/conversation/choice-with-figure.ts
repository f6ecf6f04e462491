import { visibleText } from "../../shared/visible-text.ts";
import { answerAll } from "./answer-all.ts";
import { parseAnswer } from "./answers/parse-answer.ts";
import { choiceBefore } from "./choice-before.ts";
import { optionsOf, type Question } from "./field.ts";
import type { LabelledAnswer } from "./labelled-answers.ts";
import { answering, type StepContext } from "./moves.ts";
import type { Step } from "./outcome.ts";
import { labelledPhrases, stepPhrases } from "./phrases.ts";
import { EMPTY_WORDS } from "./spoken.ts";

/** In characters. */
const LONGEST = 50;
const BESIDE = new RegExp(
  `^(?:${EMPTY_WORDS}|那就?|就|数字|数值|比例|指标|选|报|写|填|按|用|是|为|大概|大约|差不多|约|的话|[:：，,、。\\s])+|(?:${EMPTY_WORDS}|左右|的样子|[，,、。\\s])+$`,
  "gu",
);

/**
 * 那就入住率吧百分之八十七点五, where it is asked which of the two it is: the figure behind it is the one of the next
 * field. With a figure for each of them it is asked which is meant. Undefined for other words.
 */
export function choiceWithFigure(context: StepContext, choice: Question): Step | undefined {
  const { form, state, input } = context;
  const text = visibleText(input.text).trim();
  const figure = form.fields.find((one) => one.kind === "percent" && choiceBefore(form, one) === choice);
  if (choice.kind !== "choice" || !figure || [...text].length > LONGEST || text.includes("\n")) return undefined;
  const own = text.replace(new RegExp(`^(?:${EMPTY_WORDS})*(?:${choice.label})`, "u"), "");
  const places = optionsOf(choice)
    .flatMap((option) => [...own.matchAll(new RegExp(option.text, "gu"))].map(({ index }) => ({ option, at: index })))
    .toSorted((one, other) => one.at - other.at);
  const [first] = places;
  if (!first || own.slice(0, first.at).replaceAll(BESIDE, "") !== "") return undefined;
  const said = places.map(({ option, at }, index): readonly LabelledAnswer[] => [
    { question: choice, text: option.text },
    { question: figure, text: own.slice(at + option.text.length, places[index + 1]?.at).replaceAll(BESIDE, "") },
  ]);
  const isRead = said.every(([, of]) => of && parseAnswer(of.question, of.text, answering(input)).ok);
  const [only, second] = said;
  if (!isRead || !only) return undefined;
  if (!second) return answerAll(context, { answers: only });
  const readings = said.map((both) =>
    both.map((one) => labelledPhrases.line(one.question.label, shownOf(context, one))).join("；"),
  );
  return {
    state,
    outcome: { kind: "retry", question: choice, sentence: stepPhrases.whichReading(readings), readings },
  };
}

function shownOf({ input }: StepContext, { question, text }: LabelledAnswer): string {
  const parsed = parseAnswer(question, text, answering(input));
  return parsed.ok ? parsed.shown : text;
}
