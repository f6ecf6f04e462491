import { cleanLine } from "../../platform/conversation/plain.ts";
import type { CivilDate } from "../../shared/civil-date.ts";
import type { Definition } from "../definition/definition.ts";
import { findCampaignDate } from "./campaign-date.ts";

/** Text after 口径: nothing, a ruling, or a ruling and its answer. */
export interface RulingRequest {
  /** Half width: `R14`. */
  ruling: string;
  answer: string;
}

/** `R14 以……为准`, `r14：……`, `14 ……`; the number comes first. */
export function readRequest(verbatim: string): RulingRequest {
  const match = /^\s*[RrＲｒ]?\s*([0-9０-９]{1,3})(?![0-9０-９.．])[\s:：,，、]*([\s\S]*)$/u.exec(verbatim);
  if (!match) return { ruling: verbatim.trim(), answer: "" };
  return { ruling: `R${Number((match[1] ?? "").normalize("NFKC"))}`, answer: (match[2] ?? "").trim() };
}

/** Parses a typed command. Punctuation alone, as in `R14。`, is not an answer. */
export function requestIn({ words, verbatim }: { words: string; verbatim: string }): RulingRequest {
  const plain = readRequest(words);
  return plain.answer === "" ? plain : readRequest(verbatim);
}

export interface AnswerParts {
  text: string;
  effectiveOn?: CivilDate;
  reason?: string;
}

const REASON = /[；;，,。\s]\s*理由[:：为]\s*(?<reason>[\s\S]+)$/u;
const FROM = /[；;，,。\s]\s*自?(?<day>[^；;，,。\s]{3,12}?)起(?:生效|施行|执行)[。；;，,]?/u;

/** Splits effective day and reason from an answer: `……；10月1日起生效；理由：……`. */
export function readAnswerParts(
  typed: string,
  { definition, today }: { definition: Definition; today: CivilDate },
): AnswerParts {
  const reason = REASON.exec(typed)?.groups?.reason;
  const body = typed.replace(REASON, "");
  const named = FROM.exec(body)?.groups?.day;
  const day = named && findCampaignDate(named.normalize("NFKC"), { definition, today });
  return {
    text: cleanLine(day ? body.replace(FROM, "") : body),
    ...(day ? { effectiveOn: day } : {}),
    ...(reason === undefined ? {} : { reason: cleanLine(reason) }),
  };
}
