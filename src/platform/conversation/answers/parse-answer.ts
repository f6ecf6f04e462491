import { assertNever } from "../../../shared/assert-never.ts";
import type { AnswerContext, Parsed } from "../answer.ts";
import type { Question } from "../field.ts";
import { plainAnswer } from "../plain.ts";
import { parseChoice } from "./parse-choice.ts";
import { parseDate } from "./parse-date.ts";
import { parseDeclaration } from "./parse-declaration.ts";
import { parsePercent } from "./parse-percent.ts";
import { parsePhone } from "./parse-phone.ts";
import { parsePoints } from "./parse-points.ts";
import { parseText } from "./parse-text.ts";
import { talkPhrases } from "./phrases.ts";
import { talkIn } from "./talk.ts";

/**
 * Parses an answer, wherever it was given. Never throws; never drops a part of what was said: what cannot be read is
 * asked about. What is shown of an answer parses to the same answer.
 */
export function parseAnswer(question: Question, typed: string, context: AnswerContext): Parsed {
  const said = withoutLabel(question, typed);
  const talk = talkIn(said);
  const isText = question.kind === "text" || question.kind === "longText";
  const parsed = talk && isText ? undefined : read(question, said, context);
  if (parsed && (parsed.ok || parsed.pending || parsed.readings || !talk)) return parsed;
  return { ok: false, retry: talkPhrases[talk ?? "asked"](plainAnswer(said) || said.trim(), question) };
}

function read(question: Question, typed: string, context: AnswerContext): Parsed {
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

/** 小区名称：锦绣花园 answers 小区名称 with 锦绣花园. */
function withoutLabel({ label }: Pick<Question, "label">, typed: string): string {
  const text = typed.trimStart();
  const rest = text.startsWith(label) ? text.slice(label.length) : "";
  const after = /^\s*[:：]\s*|^\s+/u.exec(rest);
  return after && rest.length > after[0].length ? withoutLabel({ label }, rest.slice(after[0].length)) : typed;
}
