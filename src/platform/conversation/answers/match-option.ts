import { pinyin } from "pinyin-pro";
import type { Option } from "../field.ts";
import { readWhole } from "../numerals.ts";
import { compactAnswer } from "../plain.ts";
import { simplified } from "../simplified.ts";

export type OptionMatch =
  | { kind: "one"; option: Option }
  | { kind: "several"; options: readonly Option[] }
  /** Options named in a text that says more. */
  | { kind: "within"; options: readonly Option[] }
  | { kind: "none" };

const ORDINAL = /^(?:我?选择?|第|答案?是?)*(.+?)(?:个|项|号|种)?[吧呢]?$/u;
const BRACKETS = /^[([{〔【「](.+)[)\]}〕】」]$/u;
/** 1.物业服务企业, (1)物业服务企业, 1物业服务企业 */
const NUMBERED = /^[([]?第?(\d{1,2}|[一二三四五六七八九十]{1,3})[)\]]?(?:[.、:,，]|个|项|号)*(?=\D)(.+)$/u;

/** `1.物业服务企业`: people can answer with the number. */
export const numbered = (options: readonly Option[]): string[] => options.map(({ text }, at) => `${at + 1}.${text}`);

const compact = (text: string): string => {
  const plain = simplified(compactAnswer(text)).replaceAll("其它", "其他").replaceAll("公司", "企业");
  return BRACKETS.exec(plain)?.[1] ?? plain;
};

function byNumber(options: readonly Option[], plain: string): Option | undefined {
  const [, core = plain] = ORDINAL.exec(plain) ?? [];
  const number = readWhole(compact(core));
  return number === undefined ? undefined : options[number - 1];
}

/** By number and text together; both if they are of two options. */
function byBoth(options: readonly Option[], plain: string): Option[] {
  const [, number = "", text = ""] = NUMBERED.exec(plain) ?? [];
  const named = options.find((option) => compact(option.text) === text);
  const placed = options[(readWhole(number) ?? 0) - 1];
  return named && placed ? [...new Set([placed, named])] : [];
}

const MIN_SHORT = 3;

/** 业委会 is 业主委员会: its signs in their order, from the first to the last. */
function isShort(plain: string, text: string): boolean {
  const isWithin = plain.length >= MIN_SHORT && plain.length < text.length;
  if (!isWithin || plain[0] !== text[0] || plain.at(-1) !== text.at(-1)) return false;
  let at = 0;
  for (const sign of text) if (sign === plain[at]) at++;
  return at === plain.length;
}

const LETTERS = /^[a-z]{2,8}$/u;
const initialsOf = (text: string): string =>
  pinyin(text, { pattern: "first", toneType: "none", type: "array" }).join("");

/** rzl for 入住率, where no other option begins with the same letters. */
function byInitials(options: readonly Option[], plain: string): Option | undefined {
  const [only, other] = LETTERS.test(plain) ? options.filter(({ text }) => initialsOf(text).startsWith(plain)) : [];
  return other ? undefined : only;
}

/** Finds an option by its text, value or number (also ①, （1）), else by an unambiguous part of its text or its letters. */
export function matchOption(options: readonly Option[], typed: string): OptionMatch {
  const plain = compact(typed);
  if (plain === "") return { kind: "none" };
  const text = (option: Option): string => compact(option.text);
  const exact = options.find((option) => text(option) === plain || option.value === plain) ?? byNumber(options, plain);
  if (exact) return { kind: "one", option: exact };
  const both = byBoth(options, plain);
  for (const fits of [
    (option: Option) => both.includes(option),
    (option: Option) => text(option).startsWith(plain),
    (option: Option) => plain.length > 1 && text(option).includes(plain),
  ]) {
    const [first, ...more] = options.filter(fits);
    if (first)
      return more.length === 0 ? { kind: "one", option: first } : { kind: "several", options: [first, ...more] };
  }
  const lettered = byInitials(options, plain.toLowerCase());
  if (lettered) return { kind: "one", option: lettered };
  const [short, second] = options.filter((option) => isShort(plain, text(option)));
  if (short && !second) return { kind: "one", option: short };
  const within = options.filter((option) => plain.includes(text(option)));
  return within.length === 0 ? { kind: "none" } : { kind: "within", options: within };
}
