import { assertNever } from "../../shared/assert-never.ts";
import { isCivilDate } from "../../shared/civil-date.ts";
import type { AnswerValue } from "./answer.ts";
import { countWords } from "./count-words.ts";
import { detailsOf, optionsOf, type Question } from "./field.ts";

/** Whether a saved answer is still valid: of the question's kind, among its options, within its range. */
export function fitsQuestion(question: Question, value: AnswerValue): boolean {
  switch (question.kind) {
    case "text":
    case "longText":
      return typeof value === "string" && value !== "" && fitsLength(question, value);
    case "phone":
      return typeof value === "string" && value !== "";
    case "date":
      return typeof value === "string" && isCivilDate(value);
    case "percent":
      return typeof value === "number" && value >= 0 && value <= 100;
    case "points":
      return typeof value === "number" && value >= (question.min ?? 0) && value <= (question.max ?? value);
    case "choice":
      return optionsOf(question).some((option) => option.value === value);
    case "declaration":
      return fitsDeclaration(question, value);
    default:
      return assertNever(question.kind);
  }
}

const fitsLength = ({ maxCharacters, overflow }: Question, value: string): boolean =>
  maxCharacters === undefined || overflow === true || countWords(value) <= maxCharacters;

function fitsDeclaration(question: Question, value: AnswerValue): boolean {
  if (typeof value !== "object") return false;
  const option = optionsOf(question).find((one) => one.value === value.choice);
  return option !== undefined && detailsOf(option).every(({ key }) => value.details[key] !== undefined);
}
