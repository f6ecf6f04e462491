import type { AnswerContext, Declaration, Parsed } from "../answer.ts";
import { detailsOf, type Option, optionsOf, type Question } from "../field.ts";
import { retryPhrases } from "../phrases.ts";
import { cleanLine, compactAnswer } from "../plain.ts";
import { matchOption, numbered } from "./match-option.ts";
import { readDetails, trimmed } from "./read-details.ts";
import { showAnswer } from "./show-answer.ts";

const NO = /^(?:没有|没|无|否)/;
const SEPARATED = /^[\s,;:，；：、。.（(]/;
/** Longer remarks are not ignored. Typical ones add nothing: 无此情形, 没有发生事故. */
const MAX_REMARK = 8;

/** The chosen option, its known details, and the text to parse. */
interface Given {
  option: Option;
  details: Readonly<Record<string, string>>;
  text: string;
  /** The text is the answer to the question for a detail. */
  alone: boolean;
}

/**
 * `declaration`: 无, or 有 with its details in the same message (有 2022年5月1日 人员伤亡), or the details one by one in
 * the messages that follow.
 */
export function parseDeclaration(question: Question, typed: string, context: AnswerContext): Parsed {
  const options = optionsOf(question);
  const { pending } = context;
  const text = cleanLine(typed);
  const plain = compactAnswer(typed);
  const begun = pending?.kind === "details" ? options.find(({ value }) => value === pending.choice) : undefined;
  const named = options.find((option) => option.text === plain || option.value === plain);
  if (named) return complete(question, { option: named, details: {} }, context);
  if (begun && pending?.kind === "details")
    return fill(question, { option: begun, details: pending.details, text, alone: true }, context);
  const leading = leadingOption(options, text);
  if (leading) return fill(question, { ...leading, details: {}, alone: false }, context);
  const match = matchOption(options, text);
  if (match.kind === "one") return complete(question, { option: match.option, details: {} }, context);
  return { ok: false, retry: retryPhrases.choice(numbered(options)) };
}

/** The option that the message begins with, and the rest; undefined if the rest names another option. */
function leadingOption(options: readonly Option[], text: string): Pick<Given, "option" | "text"> | undefined {
  const negative = options.find((option) => NO.test(option.text));
  if (negative && NO.test(text)) return { option: negative, text: text.replace(NO, "") };
  for (const [at, option] of options.entries()) {
    const byText = text.startsWith(option.text) ? text.slice(option.text.length) : undefined;
    const byNumber = text.startsWith(`${at + 1}`) ? text.slice(`${at + 1}`.length) : "";
    const rest = byText ?? (SEPARATED.test(byNumber) ? byNumber : "");
    const other = options.some((one) => one !== option && rest.startsWith(one.text));
    if (rest !== "" && !other) return { option, text: rest };
  }
  return undefined;
}

/** Extracts missing details from the text, then asks for the others. */
function fill(question: Question, { option, details, text, alone }: Given, context: AnswerContext): Parsed {
  const missing = detailsOf(option).filter(({ key }) => details[key] === undefined);
  if (missing.length > 0) {
    const read = readDetails(missing, text, { today: context.today, year: context.year, alone });
    return complete(question, { option, details: { ...details, ...read } }, context);
  }
  const remark = trimmed(text);
  return remark.length > MAX_REMARK || /\d/.test(remark)
    ? { ok: false, retry: retryPhrases.declarationUnclear(numbered(optionsOf(question))) }
    : complete(question, { option, details }, context);
}

/** The answer if it is complete, else the question for the next detail. */
function complete(question: Question, given: Pick<Given, "option" | "details">, { year }: AnswerContext): Parsed {
  const { option, details } = given;
  const missing = detailsOf(option).find(({ key }) => details[key] === undefined);
  if (missing) {
    const retry =
      missing.kind === "date"
        ? retryPhrases.detailDate(option.text, missing.label, year)
        : retryPhrases.detailText(option.text, missing.label);
    return { ok: false, retry, pending: { kind: "details", choice: option.value, details } };
  }
  const value: Declaration = { choice: option.value, details };
  return { ok: true, value, shown: showAnswer(question, value) };
}
