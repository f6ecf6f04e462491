import type { Parsed } from "../answer.ts";
import type { Question } from "../field.ts";
import { readNumber, readWhole } from "../numerals.ts";
import { retryPhrases } from "../phrases.ts";
import { compactAnswer } from "../plain.ts";
import { showAnswer } from "./show-answer.ts";

const TENTHS = /^([一二三四五六七八九十])成([一二三四五六七八九半])?$/;

/** 九成五 is 95, 九成 is 90. */
function readTenths(text: string): number | undefined {
  const [, tens, ones] = TENTHS.exec(text) ?? [];
  if (tens === undefined) return undefined;
  const more = ones === "半" ? 5 : (readWhole(ones ?? "零") ?? 0);
  return (readWhole(tens) ?? 0) * 10 + more;
}

const hundredths = (value: number): boolean => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6;

/**
 * `percent`: 95, 95%, 百分之九十五, 九成五 are 95. A bare 0.95 is ambiguous (95 % or 0.95 %), so the person is asked.
 */
export function parsePercent(question: Question, typed: string): Parsed {
  const text = compactAnswer(typed);
  const signed = /%$/.test(text) || /^百分之/.test(text);
  const bare = text.replace(/%$/, "").replace(/^百分之/, "");
  const value = readTenths(bare) ?? readNumber(bare.startsWith(".") ? `0${bare}` : bare);
  if (value === undefined) return { ok: false, retry: retryPhrases.percent(question) };
  if (!signed && value > 0 && value <= 1 && /[.点]/.test(bare))
    return { ok: false, retry: retryPhrases.fraction(String(value)) };
  if (value < 0 || value > 100 || !hundredths(value)) return { ok: false, retry: retryPhrases.percent(question) };
  return { ok: true, value, shown: showAnswer(question, value) };
}
