import { findDates } from "../../../platform/conversation/answers/find-dates.ts";
import type { Definition } from "../../definition/definition.ts";
import type { Entries } from "./entries.ts";
import type { Figure } from "./requirements.ts";

const BEFORE_WORD = /^(?:近[1一]年|物业企业|物业费|物业|小区|业主组织|业委会|其中)+/u;
/** 行政处罚记录：无, 入户宣传比例为100%, 为民办实事办了3件 */
const AFTER_WORD =
  /^(?:(?:的)?(?:记录|情况|比例|总额|金额|人数|件数|日期|总数|数))?(?:的)?(?:[一共]*[办做]了|是|为)?[:\s]*/u;

export interface FigureWord {
  key: string;
  word: string;
  figure: Figure;
}

export const figureWords = (definition: Definition): FigureWord[] => definition.requirements.figures.flatMap(wordsOf);

function wordsOf(figure: Figure): FigureWord[] {
  const asked = (one: { key: string; word: string }): FigureWord => ({ key: one.key, word: one.word, figure });
  switch (figure.kind) {
    case "form":
      return [];
    case "event":
    case "percent":
      return [asked(figure.asks)];
    case "ratio":
      return [asked(figure.whole), asked(figure.part)];
    case "count":
      return [asked(figure.number), asked(figure.last)];
  }
}

/** 收缴率98%: the share instead of the two amounts that it is made of. */
const FEE_SHARE =
  /^(?:小区|物业)*(?:费用?)?的?(?:收缴|缴费|收费|缴纳|收取)率(?:达到?|达|为|是|约)?[:\s]*(?:[\d.]+|百分之\S+?)%?(?=$|[\s、])/u;

type Ratio = Extract<Figure, { kind: "ratio" }>;

/** A share at the beginning of a text whose amounts are asked for. */
export function shareAt(words: readonly FigureWord[], text: string): { figure: Ratio; length: number } | undefined {
  const length = FEE_SHARE.exec(text)?.[0].length;
  const ratio = words.map(({ figure }) => figure).find((one) => one.kind === "ratio" && one.unit === "yuan");
  return length === undefined || ratio?.kind !== "ratio" ? undefined : { figure: ratio, length };
}

/** Of a list of the city a label and what it is short for: 满意度. */
const LISTED =
  "(?:率|情况)?[:\\s]*(?:达到?|是|为|约|有)?[:\\s]*(?:百分之)?[\\d零〇一二两三四五六七八九十百点.]+(?:%|分|件)?";
/** In characters. */
const MIN_LABEL = 3;

/** 满意度95.3: a figure of which a list of the city tells, at the beginning of a text. */
export function listedAt({ requirements }: Definition, text: string): { label: string; length: number } | undefined {
  for (const { label } of requirements.referenceLists) {
    const ends = Array.from({ length: Math.max(0, label.length - MIN_LABEL + 1) }, (_, at) => label.slice(at));
    const length = new RegExp(`^(?:${ends.join("|")})${LISTED}(?=$|[\\s、])`, "u").exec(text)?.[0].length;
    if (length !== undefined) return { label, length };
  }
  return undefined;
}

const AMOUNT = "(\\d+(?:\\.\\d+)?)(万|亿|w)?元?";
/** 120/118, 120万/118万, 120 / 118万 */
const AMOUNTS = new RegExp(`^${AMOUNT}\\s*/\\s*${AMOUNT}$`, "iu");

/** 8-2 120/118: the two amounts of the clause's share; the greater is the whole. */
export function amountsBeside(words: readonly FigureWord[], id: string, note: string): Entries | undefined {
  const figure = words.map((one) => one.figure).find((one) => one.kind === "ratio" && one.clauses.includes(id));
  const [, one = "", unit, two = "", last] = AMOUNTS.exec(note.trim()) ?? [];
  if (figure?.kind !== "ratio" || one === "") return undefined;
  const amounts = [`${one}${unit ?? last ?? ""}`, `${two}${last ?? ""}`] as const;
  const [whole, part] = Number(one) >= Number(two) ? amounts : amounts.toReversed();
  return unit !== undefined && last === undefined
    ? undefined
    : { [figure.whole.key]: whole ?? "", [figure.part.key]: part ?? "" };
}

/** 98% beside the number of a clause: its percentage, or the share that its two amounts make. */
export function percentBeside(words: readonly FigureWord[], id: string, note: string): FigureWord | undefined {
  if (!/^\d+(?:\.\d+)?%$/u.test(note)) return undefined;
  return words.find(
    ({ figure: { kind, clauses } }) => (kind === "percent" || kind === "ratio") && clauses.includes(id),
  );
}

/** The figure that a text begins with, and where what is said of it begins. */
export function figureAt(words: readonly FigureWord[], text: string): (FigureWord & { length: number }) | undefined {
  const before = BEFORE_WORD.exec(text)?.[0].length ?? 0;
  for (const start of before > 0 ? [0, before] : [0]) {
    const found = words.find(({ word }) => text.startsWith(word, start));
    if (!found) continue;
    const end = start + found.word.length;
    return { ...found, length: end + (AFTER_WORD.exec(text.slice(end))?.[0].length ?? 0) };
  }
  return undefined;
}

/** 应收不对是一百二十五万, 118.5万不对119万: what is said last. */
const CORRECTED =
  /^(?:.*?[\s、]*)?[嗯呃啊]*(?:不对|错了|说错了|写错了)[\s、]*(?:应该是|应当是|应为|改成|改为|还是|是)?[\s、:]*(?=\S)/u;
const saidLast = (said: string): string => said.replace(CORRECTED, "");

/** 应收 120万; 为民办实事 2件 2023年5月1日 gives two entries. */
export function figureEntries(
  { key, figure }: FigureWord,
  said: string,
  when: Parameters<typeof findDates>[1],
): Entries {
  const text = saidLast(said.replace(/[\s、:]+$/u, ""));
  const [date] = figure.kind === "count" && key === figure.number.key ? findDates(text, when) : [];
  if (figure.kind !== "count" || !date) return { [key]: text };
  const rest = `${text.slice(0, date.from)}${text.slice(date.to)}`.replaceAll(/[()（）]|最近一件|最近/gu, "").trim();
  return { ...(rest === "" ? {} : { [key]: rest }), [figure.last.key]: date.text };
}
