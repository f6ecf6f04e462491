import type { AnswerValue } from "../answer.ts";
import type { Question } from "../field.ts";
import { showAnswer } from "./show-answer.ts";

const MASK = "****";

function maskPhone(phone: string): string {
  return phone.length === 11 && phone.startsWith("1")
    ? `${phone.slice(0, 3)}${MASK}${phone.slice(-4)}`
    : `${phone.slice(0, -4)}${MASK}`;
}

/** 138****1234; of other personal answers the first character. What is not personal stays. */
export function maskAnswer(question: Question, value: AnswerValue): string {
  const shown = showAnswer(question, value);
  if (question.personal !== true) return shown;
  if (question.kind === "phone") return maskPhone(shown);
  return `${[...shown][0] ?? ""}**`;
}
