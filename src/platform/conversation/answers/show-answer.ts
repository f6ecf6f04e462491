import type { AnswerValue } from "../answer.ts";
import { detailsOf, optionsOf, type Question } from "../field.ts";
import { shownPhrases } from "../phrases.ts";
import { showDate } from "./show-date.ts";

const optionText = (question: Question, value: string): string =>
  optionsOf(question).find((option) => option.value === value)?.text ?? value;

function showDetails(question: Question, choice: string, details: Readonly<Record<string, string>>): string[] {
  const option = optionsOf(question).find((one) => one.value === choice);
  return (option ? detailsOf(option) : []).map(({ key, kind }) =>
    kind === "date" ? showDate(details[key] ?? "") : (details[key] ?? ""),
  );
}

/** A saved answer as displayed; it parses to the same answer. */
export function showAnswer(question: Question, value: AnswerValue): string {
  if (typeof value === "object") {
    const details = showDetails(question, value.choice, value.details);
    return shownPhrases.declaration(optionText(question, value.choice), details);
  }
  if (typeof value === "number") {
    if (question.kind === "percent") return shownPhrases.percent(value);
    return question.kind === "points" ? shownPhrases.points(value) : String(value);
  }
  if (question.kind === "date") return showDate(value);
  return question.kind === "choice" ? optionText(question, value) : value;
}
