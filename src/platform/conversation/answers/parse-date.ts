import type { AnswerContext, Parsed } from "../answer.ts";
import type { Question } from "../field.ts";
import { retryPhrases } from "../phrases.ts";
import { plainAnswer } from "../plain.ts";
import { findDate } from "./find-date.ts";
import { showDate } from "./show-answer.ts";

/** `date`: 10.20, 10月20日, 十月二十, 2023-10-20, 20231020, 今天; without any other text. */
export function parseDate(question: Question, typed: string, context: AnswerContext): Parsed {
  const found = findDate(plainAnswer(typed), context);
  if (found === undefined || found.before.trim() !== "" || found.after.trim() !== "")
    return { ok: false, retry: retryPhrases.date(question, context.year) };
  return { ok: true, value: found.date, shown: showDate(found.date) };
}
