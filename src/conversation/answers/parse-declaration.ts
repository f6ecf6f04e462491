import type { AnswerContext, Declaration, Parsed } from "../answer.ts";
import { type Detail, detailsOf, type Option, optionsOf, type Question } from "../field.ts";
import { retryPhrases } from "../phrases.ts";
import { cleanLine, compactAnswer, plainAnswer } from "../plain.ts";
import { findDate } from "./find-date.ts";
import { matchOption, numbered } from "./match-option.ts";
import { showAnswer } from "./show-answer.ts";

type Details = Readonly<Record<string, string>>;

const EDGES = /^[\s,;:、。()]+|[\s,;:、。()]+$/g;
const NO = /^(?:没有|没|无|否)/;
/** Words that add nothing to a bare answer: 无此情形, 没有发生事故. */
const LONGEST_REMARK = 8;

/**
 * `declaration`: 无, or 有 with its details in the same message (有 2022年5月1日 人员伤亡), or the details one by one in
 * the messages that follow.
 */
export function parseDeclaration(question: Question, typed: string, context: AnswerContext): Parsed {
  const options = optionsOf(question);
  const text = plainAnswer(typed);
  const bare = options.find((option, at) => [option.text, option.value, String(at + 1)].includes(compactAnswer(typed)));
  if (bare) return complete(question, { option: bare, details: {} }, context);
  const { pending } = context;
  const begun = pending?.kind === "details" ? options.find(({ value }) => value === pending.choice) : undefined;
  if (begun && pending?.kind === "details")
    return fill(question, { option: begun, details: pending.details, text }, context);
  const led = leadingOption(options, text);
  if (led) return fill(question, { option: led.option, details: {}, text: led.rest }, context);
  const match = matchOption(options, text);
  if (match.kind === "one") return complete(question, { option: match.option, details: {} }, context);
  return { ok: false, retry: retryPhrases.choice(numbered(options)) };
}

/** The option the message begins with, and what follows it. */
function leadingOption(options: readonly Option[], text: string): { option: Option; rest: string } | undefined {
  const negative = options.find((option) => NO.test(option.text));
  if (negative && NO.test(text)) return { option: negative, rest: text.replace(NO, "") };
  for (const [at, option] of options.entries()) {
    const lead = [option.text, `${at + 1}`].find((word) => text.startsWith(word));
    const rest = lead && text.slice(lead.length);
    if (rest && (/^[\s,;:、。.(\d]/.test(rest) || detailsOf(option).length > 0)) return { option, rest };
  }
  return undefined;
}

interface Given {
  option: Option;
  details: Details;
}

/** Takes what the text says of the details that are still missing, then asks for the rest. */
function fill(question: Question, given: Given & { text: string }, context: AnswerContext): Parsed {
  const { option, text } = given;
  const all = detailsOf(option);
  if (all.length === 0) {
    const bare = text.replaceAll(EDGES, "");
    return bare.length > LONGEST_REMARK || /\d/.test(bare)
      ? { ok: false, retry: retryPhrases.declarationUnclear(numbered(optionsOf(question))) }
      : complete(question, { option, details: {} }, context);
  }
  return complete(question, { option, details: { ...given.details, ...readDetails(all, given, context) } }, context);
}

function readDetails(all: readonly Detail[], given: Given & { text: string }, context: AnswerContext): Details {
  let rest = given.text;
  const read: Record<string, string> = {};
  const missing = all.filter(({ key }) => given.details[key] === undefined);
  for (const { key } of missing.filter(({ kind }) => kind === "date")) {
    const found = findDate(rest, context);
    if (!found) continue;
    read[key] = found.date;
    rest = `${found.before.replaceAll(EDGES, "")} ${found.after.replaceAll(EDGES, "")}`;
  }
  const words = cleanLine(rest).replaceAll(EDGES, "");
  const text = missing.find(({ kind }) => kind === "text");
  if (text && /[\p{L}\p{N}]/u.test(words)) read[text.key] = words;
  return read;
}

function complete(question: Question, { option, details }: Given, context: AnswerContext): Parsed {
  const missing = detailsOf(option).find(({ key }) => details[key] === undefined);
  if (missing) {
    const retry =
      missing.kind === "date"
        ? retryPhrases.detailDate(option.text, missing.label, context.year)
        : retryPhrases.detailText(option.text, missing.label);
    return { ok: false, retry, pending: { kind: "details", choice: option.value, details } };
  }
  const value: Declaration = { choice: option.value, details };
  return { ok: true, value, shown: showAnswer(question, value) };
}
