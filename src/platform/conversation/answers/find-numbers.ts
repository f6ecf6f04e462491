import { readNumber, readWhole } from "../numerals.ts";
import type { Span } from "./reading.ts";

/** A number in a text, as it is to be taken for a percentage or points. */
export interface FoundNumber extends Span {
  value: number;
  /** 95%, 百分之95, 九成五: no doubt that it is a percentage. */
  percent: boolean;
}

const ARABIC = "(?:\\d+(?:[.。·点]\\d+)?|\\.\\d+)";
const CHINESE = "[零〇○一二三四五六七八九十百两廿卅]+(?:点[零〇一二三四五六七八九]+)?";
const SIGNED = `(?<![\\d.])[-负]?(?:${ARABIC}|${CHINESE})`;
const FORMS = new RegExp(
  [
    `百分之(?<of>${SIGNED})%?`,
    "(?<tens>\\d{1,2}|[一二三四五六七八九十])成(?<ones>[\\d一二三四五六七八九半])?",
    `(?<half>\\d+|${CHINESE})(?:个|分)半`,
    `(?<number>${SIGNED})(?<sign>%|个?百分点|个百分比|个点)?`,
  ].join("|"),
  "gu",
);

/** Blanks are kept between two digits only: 9 5 is not 95. */
export const closeUp = (text: string): string => text.replaceAll(/(?<!\d) | (?!\d)/g, "");

const whole = (text: string): number => (text === "半" ? 5 : (readWhole(text) ?? Number.NaN));

function numberOf({ of, tens, ones, half, number }: Readonly<Record<string, string | undefined>>): number {
  if (tens !== undefined) return whole(tens) * 10 + (ones === undefined ? 0 : whole(ones));
  if (half !== undefined) return whole(half) + 0.5;
  const text = of === "百" ? "100" : (of ?? number ?? "");
  return readNumber(text.startsWith(".") ? `0${text}` : text) ?? Number.NaN;
}

/**
 * All numbers of a text: 92.5, 92。5, 九成五, 9成5, 百分之百, 92个百分点, 两分半. @param text in half width
 * @returns a value that is no number (NaN) where digits make none
 */
export const findNumbers = (text: string): FoundNumber[] =>
  [...text.matchAll(FORMS)].map((match) => {
    const groups = match.groups ?? {};
    const percent = groups.of !== undefined || groups.tens !== undefined || groups.sign !== undefined;
    return { from: match.index, to: match.index + match[0].length, value: numberOf(groups), percent };
  });
