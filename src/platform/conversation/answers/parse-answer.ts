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
import { textDoubt } from "./text-doubt.ts";

/** Said after a value. */
const THANKS = /(?<=\S)[\s,，。]*(?:谢谢|多谢|谢了|辛苦了|麻烦了)[您你了!！。.~\s]*$/u;
/** 内容：… is the answer as it stands. */
const AS_TEXT = /^\s*内容[:：]\s*(\S[\s\S]*)$/u;

/**
 * Parses an answer, wherever it was given. Never throws; never drops a part of what was said: what cannot be read is
 * asked about. What is shown of an answer parses to the same answer.
 */
export function parseAnswer(question: Question, typed: string, context: AnswerContext): Parsed {
  const asText = context.asText === true ? typed : AS_TEXT.exec(typed)?.[1];
  if (asText !== undefined) return read(question, asText, context);
  const said = withoutLabel(question, typed);
  const doubt = textDoubt(question, said);
  if (doubt) return { ok: false, retry: doubt.retry, ...answersAmong(question, doubt.readings, context) };
  const talk = talkIn(said);
  // A long text may be no more than where it stands.
  if (talk === "elsewhere" && question.kind === "longText") return read(question, said, context);
  const isText = question.kind === "text" || question.kind === "longText";
  const parsed = talk && isText ? undefined : read(question, isText ? said : said.replace(THANKS, ""), context);
  if (parsed && (parsed.ok || parsed.pending || parsed.readings || !talk)) return parsed;
  return { ok: false, retry: talkPhrases[talk ?? "asked"](plainAnswer(said) || said.trim(), question) };
}

/** Only what is an answer by itself is offered. */
function answersAmong(question: Question, readings: readonly string[], context: AnswerContext) {
  const whole = readings.filter((reading) => {
    const parsed = parseAnswer(question, reading, context);
    return parsed.ok && parsed.shown === reading;
  });
  return whole.length > 0 ? { readings: whole } : {};
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

/** Shorter labels may begin a word. */
const MIN_SPOKEN_LABEL = 4;

/** 小区名称：锦绣花园 answers 小区名称 with 锦绣花园; so does 小区名称锦绣花园, as people say it. */
function withoutLabel({ label, kind }: Pick<Question, "label" | "kind">, typed: string): string {
  const text = typed.trimStart();
  const rest = text.startsWith(label) ? text.slice(label.length) : "";
  const isSpoken = kind === "text" && label.length >= MIN_SPOKEN_LABEL && /^\p{Script=Han}./u.test(rest);
  const after = /^\s*[:：]\s*|^\s+/u.exec(rest) ?? (isSpoken ? [""] : null);
  return after && rest.length > after[0].length ? withoutLabel({ label, kind }, rest.slice(after[0].length)) : typed;
}
