import { assertNever } from "../../../shared/assert-never.ts";
import type { AnswerContext, Parsed } from "../answer.ts";
import type { Question } from "../field.ts";
import { parseChoice } from "./parse-choice.ts";
import { parseDate } from "./parse-date.ts";
import { parseDeclaration } from "./parse-declaration.ts";
import { parsePercent } from "./parse-percent.ts";
import { parsePhone } from "./parse-phone.ts";
import { parsePoints } from "./parse-points.ts";
import { parseText } from "./parse-text.ts";

/** Parses a typed answer. Never throws. */
export function parseAnswer(question: Question, typed: string, context: AnswerContext): Parsed {
  switch (question.kind) {
    case "text":
    case "longText":
      return parseText(question, typed, context);
    case "phone":
      return parsePhone(question, typed);
    case "percent":
      return parsePercent(question, typed);
    case "date":
      return parseDate(question, typed, context);
    case "choice":
      return parseChoice(question, typed);
    case "declaration":
      return parseDeclaration(question, typed, context);
    case "points":
      return parsePoints(question, typed);
    default:
      return assertNever(question.kind);
  }
}
