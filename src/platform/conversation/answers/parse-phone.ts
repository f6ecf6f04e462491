import type { Parsed } from "../answer.ts";
import type { Question } from "../field.ts";
import { readWhole } from "../numerals.ts";
import { retryPhrases } from "../phrases.ts";
import { compactAnswer } from "../plain.ts";

const DIVIDERS = /[-‐‑‒–—―−_()·.]/g;
const COUNTRY = /^(?:\+|00)?86(?=1[3-9]\d{9}$)/;
const MOBILE = /^1[3-9]\d{9}$/;
/** Area code and number; 010 and 02x have three digits, the others four. */
const WITH_AREA = /^(010|02\d|0[3-9]\d{2})(\d{7,8})$/;
const LOCAL = /^[2-9]\d{6,7}$/;
const SERVICE = /^[48]00\d{7}$/;

/** Converts Chinese digits from voice input: 一三八… */
const toDigits = (text: string): string =>
  [...text.replaceAll("幺", "一")]
    .map((sign) => (/[〇零一二三四五六七八九]/.test(sign) ? String(readWhole(sign)) : sign))
    .join("");

function normalise(digits: string): string | undefined {
  if (MOBILE.test(digits) || LOCAL.test(digits) || SERVICE.test(digits)) return digits;
  const [, area, line] = WITH_AREA.exec(digits) ?? [];
  return area && line ? `${area}-${line}` : undefined;
}

/** `phone`: a mobile number of 11 digits, or an office line like `0575-12345678` or without the hyphen. */
export function parsePhone(question: Question, typed: string): Parsed {
  const digits = toDigits(compactAnswer(typed)).replaceAll(DIVIDERS, "").replace(COUNTRY, "");
  const value = normalise(digits);
  return value === undefined ? { ok: false, retry: retryPhrases.phone(question) } : { ok: true, value, shown: value };
}
