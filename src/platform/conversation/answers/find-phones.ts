import { readWhole } from "../numerals.ts";
import type { Span } from "./reading.ts";

/** A telephone number in a text. */
export interface FoundPhone extends Span {
  /** 13812345678, 0575-85082235, 0575-85082235转801, 85082235 */
  number: string;
}

/** Signs between the digits of one number, as written, pasted or spoken (一三八，一二三四，五六七八). */
const GAP = "[-－‐‑‒–—―−_()·.,，。、\\s]{0,2}";
const digits = (count: string): string => `(?:${GAP}\\d){${count}}`;
const spaced = (text: string): string => text.replaceAll(" ", GAP);
const COUNTRY = spaced(`(?:(?:\\+|00) 8 6 )?`);
/** Of ten digits at most are 86 and a mobile number without +. */
const COUNTRY_OF_MOBILE = spaced("(?:(?:\\+|00) 8 6 |8 6 (?=1))?");
/** 010 and 02x have three digits, the others four; after +86 the 0 is left out. */
const AREA = spaced("(?:0 1 0|0 2 \\d|0 [^\\D012] \\d \\d|(?<=8 6 )(?:1 0|2 \\d|[^\\D012] \\d \\d))");
const EXTENSION = "(?:[\\s，,]*(?:[-－–—#*]|转|分机号?|ext\\.?)\\s*:?\\s*(?<extension>\\d{1,6}))?";

/** By priority. */
const KINDS: readonly RegExp[] = [
  `${COUNTRY_OF_MOBILE}(?<line>1${GAP}[^\\D012]${digits("9")})`,
  `(?<line>[48]${GAP}0${GAP}0${digits("7")})`,
  `${COUNTRY}(?<area>${AREA})(?<line>${digits("7,8")})(?!\\d)${EXTENSION}`,
  `(?<line>[^\\D01]${digits("6,7")})(?!\\d)${EXTENSION}`,
].map((source) => new RegExp(`(?<![\\d+])${source}(?!\\d)`, "giu"));

const SPOKEN_DIGITS = "〇零○一二三四五六七八九幺么壹贰叁肆伍陆柒捌玖";
const SPOKEN = `[\\d${SPOKEN_DIGITS}]`;
const SPOKEN_NUMBER = new RegExp(`${SPOKEN}(?:${GAP}${SPOKEN}){6,}`, "gu");

const CHINESE_DIGIT = new RegExp(`[${SPOKEN_DIGITS}]`, "g");
/** Fewer belong to a name: 张三13812345678. */
const MIN_SPOKEN = 3;

const arabic = (sign: string): string => ("幺么".includes(sign) ? "1" : String(readWhole(sign)));

/** 85662211转二零三 */
const SPOKEN_EXTENSION = new RegExp(`(?<=\\d[\\s，,]*(?:转|分机号?)\\s*:?\\s*)${SPOKEN}{1,6}(?!\\p{Script=Han})`, "gu");

/** Chinese digits of a spoken number as Arabic ones; the text keeps its length. */
export const withDigits = (text: string): string =>
  text
    .replaceAll(SPOKEN_NUMBER, (number) =>
      (number.match(CHINESE_DIGIT) ?? []).length < MIN_SPOKEN ? number : number.replaceAll(CHINESE_DIGIT, arabic),
    )
    .replaceAll(SPOKEN_EXTENSION, (number) => number.replaceAll(CHINESE_DIGIT, arabic));

const bare = (text: string): string => text.replaceAll(/\D/g, "");

function numberOf({ area, line = "", extension }: Readonly<Record<string, string | undefined>>): string {
  const prefix = area === undefined ? "" : `${bare(area).replace(/^(?!0)/, "0")}-`;
  return `${prefix}${bare(line)}${extension === undefined ? "" : `转${extension}`}`;
}

/** All telephone numbers of a text in their order. @param text in half width, digits by {@link withDigits} */
export function findPhones(text: string): FoundPhone[] {
  const matches = KINDS.flatMap((kind, rank) => [...text.matchAll(kind)].map((match) => ({ match, rank })));
  const taken: FoundPhone[] = [];
  for (const { match } of matches.toSorted((a, b) => a.match.index - b.match.index || a.rank - b.rank)) {
    if (match.index < (taken.at(-1)?.to ?? 0)) continue;
    taken.push({ from: match.index, to: match.index + match[0].length, number: numberOf(match.groups ?? {}) });
  }
  return taken;
}
