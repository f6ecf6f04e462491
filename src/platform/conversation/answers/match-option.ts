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

const ORDINAL = /^(?:我?选择?|第|答案?是?)*(.+?)(?:个|项|号|种)?[吧呢呃额嗯]*$/u;
const BRACKETS = /^[([{〔【「](.+)[)\]}〕】」]$/u;
/** 1.物业服务企业, (1)物业服务企业, 1物业服务企业 */
const NUMBERED = /^[([]?第?(\d{1,2}|[一二三四五六七八九十]{1,3})[)\]]?(?:[.、:,，]|个|项|号)*(?=\D)(.+)$/u;

/** `1.物业服务企业`: people can answer with the number. */
export const numbered = (options: readonly Option[]): string[] => options.map(({ text }, at) => `${at + 1}.${text}`);

/** 还没成立, 没有成立: 尚未成立 */
const NOT_YET = /^(?:目前|暂时?|还|也|都)*(?:没有?|未)(?=成立|设立)/u;

const compact = (text: string): string => {
  const plain = simplified(compactAnswer(text))
    .replaceAll("其它", "其他")
    .replaceAll("公司", "企业")
    .replace(NOT_YET, "尚未");
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
  if (!LETTERS.test(plain)) return undefined;
  for (const fits of [
    (letters: string) => letters.startsWith(plain),
    (letters: string) => plain.length >= MIN_SHORT && letters.includes(plain),
    // ywh for 业主委员会
    (letters: string) => isShort(plain, letters),
  ]) {
    const [only, other] = options.filter(({ text }) => fits(initialsOf(text)));
    if (only) return other ? undefined : only;
  }
  return undefined;
}

const DENIED = /(?:没有?|无|不是|未成立)$/u;

/** Options named, in short too, in a text that says more: 没有业委会是自管组织主任叫…; not those that it denies. */
function namedIn(options: readonly Option[], plain: string): Option[] {
  const places = Array.from(plain, (_, at) => at).filter((at) => !DENIED.test(plain.slice(0, at)));
  const isNamed = (text: string): boolean =>
    places.some((at) =>
      [...Array(Math.max(0, text.length - MIN_SHORT + 1)).keys()].some((less) => {
        const part = plain.slice(at, at + text.length - less);
        return part.length >= MIN_SHORT && (text.endsWith(part) || isShort(part, text));
      }),
    );
  return options.filter(({ text }) => isNamed(compact(text)));
}

/** 1 李芳 82112233: a number, and more than it. */
const NUMBER_FIRST = /^(\d{1,2})(?=[^\d.%])(?!\p{Script=Han})/u;

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
  const whole = options.filter((option) => plain.includes(text(option)));
  const [, number = ""] = NUMBER_FIRST.exec(typed.trim().normalize("NFKC")) ?? [];
  const placed = options[Number(number) - 1];
  const within = whole.length > 0 ? whole : placed ? [placed] : namedIn(options, plain);
  return within.length === 0 ? { kind: "none" } : { kind: "within", options: within };
}
