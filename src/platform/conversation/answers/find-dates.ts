import { addDays, type CivilDate, isCivilDate, weekdayOf } from "../../../shared/civil-date.ts";
import type { AnswerContext } from "../answer.ts";
import { readWhole } from "../numerals.ts";
import type { Span } from "./reading.ts";

/** A date in a text. */
export interface FoundDate extends Span {
  /** Without the weekday that stands beside it. */
  text: string;
  /** None: there is no such day. Two: day and month cannot be told apart. Without a year, in the campaign's. */
  readings: readonly CivilDate[];
  hasYear: boolean;
  /** Two numbers with a sign between them: 8.20, and in other words a clause or a range. */
  weak: boolean;
  /** A weekday stands beside it that is another day's. */
  otherWeekday: boolean;
}

export type DateContext = Pick<AnswerContext, "today" | "year">;

const NUMERALS = "〇零○一二三四五六七八九十廿卅";
const NUMBER = `(?:\\d{1,2}|[${NUMERALS}]{1,3})`;
const YEAR = `(?:\\d{4}|\\d{2}|[${NUMERALS}]{4}|[${NUMERALS}]{2}|今|本|去|上|前|明)`;
const CLOSE = "[-‐‑–—.．/／。·]";
const LOOSE = "\\s*[-－‐–—.．/／,，、。·\\s]\\s*";
/** 七月底: its last day; 月底前 and 月底以前 are days before. */
const ENDING = "[底末](?!以?前|之前|左右)";
/** 1.5万元 is no 5 January. */
const COUNTED = "(?!\\s*[万千百元%米㎡个户人次倍亿名件])";

interface Pattern {
  at: RegExp;
  weak: boolean;
  /** Only where it is the whole text: in the middle of one, these signs may be anything. */
  alone: boolean;
}

/** Where a number ends. */
const END = "(?![.．]?\\d)";

const pattern = (source: string, alone = false, weak = false): Pattern => ({
  weak,
  at: new RegExp(alone ? `^${source}$` : `(?<![\\d.])${source}`, "gu"),
  alone,
});

/** By priority: of matches at the same place, the first pattern wins. */
const PATTERNS: readonly Pattern[] = [
  pattern(
    `(?:(?<year>${YEAR})\\s*年(?:度)?\\s*)?(?<month>${NUMBER})\\s*月(?:份)?\\s*(?<day>${NUMBER})(?:\\s*[日号]|${END})`,
  ),
  pattern(`(?<thisMonth>本月|这个月|上个?月)\\s*(?<day>${NUMBER})\\s*[日号]`),
  pattern(`(?<year>\\d{4})\\s*${CLOSE}\\s*(?<month>\\d{1,2})\\s*${CLOSE}\\s*(?<day>\\d{1,2})(?!\\s*${CLOSE}\\d)${END}`),
  pattern(`(?<first>\\d{1,2})${CLOSE}(?<second>\\d{1,2})${CLOSE}(?<third>\\d{4}|\\d{1,2})(?!${CLOSE}\\d)${END}`),
  pattern(`(?<year>(?:19|20)\\d{2})(?<month>\\d{2})(?<day>\\d{2})${END}`),
  pattern(`(?<month>\\d{1,2})${CLOSE}(?<day>\\d{1,2})(?!${CLOSE}\\d)${END}${COUNTED}`, false, true),
  pattern("(?<word>今天|今日|昨天|昨日|大前天|前天|前日)"),
  pattern(`(?<year>\\d{4})${LOOSE}(?<month>\\d{1,2})${LOOSE}(?<day>\\d{1,2})`, true),
  pattern(`(?<month>\\d{1,2})${LOOSE}(?<day>\\d{1,2})`, true),
  pattern("(?<short>\\d{2})(?<month>\\d{2})(?<day>\\d{2})", true),
  pattern("(?!19|20)(?<month>\\d{2})(?<day>\\d{2})", true),
];

/** The last day of what is named. */
const ENDS: readonly Pattern[] = [
  pattern(`(?<thisMonth>本月|这个月|上个?月)\\s*(?<end>${ENDING})`),
  pattern(`(?:(?<year>${YEAR})\\s*年(?:度)?\\s*)?(?<month>${NUMBER})\\s*月(?:份)?\\s*(?<end>${ENDING})`),
  pattern(`(?<year>${YEAR})\\s*年(?:度)?\\s*年?(?<lastDay>${ENDING})`),
];

const WEEKDAY = /^\s*[（(]?\s*(?:星期|周|礼拜)([一二三四五六日天])\s*[)）]?/u;
const CLOCK = /^(?:\s*T|\s+|(?<=日)\s*)\d{1,2}(?::\d{2}){1,2}(?:\.0+)?|^\s*\d{1,2}[时点](?:整|\d{1,2}分?)?/u;
const DAYS_BACK = [["今天", "今日"], ["昨天", "昨日"], ["前天", "前日"], ["大前天"]];
const YEARS_BACK = [["明"], ["今", "本"], ["去", "上"], ["前"]];
const NEXT_YEAR = 1;
/** Years that two digits may stand for, before and after the campaign's. */
const NEAR = { before: 10, after: 1 };

const backIn = (table: readonly (readonly string[])[], word: string): number | undefined => {
  const back = table.findIndex((words) => words.includes(word));
  return back < 0 ? undefined : back;
};

function yearOf(text: string, { today, year }: DateContext): number | undefined {
  const back = backIn(YEARS_BACK, text);
  if (back !== undefined) return Number(today.slice(0, 4)) + NEXT_YEAR - back;
  const number = /^\d+$/.test(text) ? Number(text) : readWhole(text);
  if (number === undefined || number >= 100) return number;
  const full = 2000 + number;
  return full >= year - NEAR.before && full <= year + NEAR.after ? full : undefined;
}

function day(year: number | undefined, month: string | undefined, date: string | undefined): CivilDate[] {
  const [m, d] = [readWhole(month ?? ""), readWhole(date ?? "")];
  if (year === undefined || m === undefined || d === undefined || year < 1900 || year > 2999) return [];
  const text = `${year}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
  return isCivilDate(text) ? [text] : [];
}

type Groups = Readonly<Record<string, string | undefined>>;

/** Three numbers with the year first (of two digits) or last: day and month are not guessed. */
function ofThree({ first = "", second = "", third = "" }: Groups, when: DateContext): CivilDate[] {
  const last = third.length > 1 ? yearOf(third, when) : undefined;
  const yearFirst = third.length < 4 && first.length === 2 ? day(yearOf(first, when), second, third) : [];
  return [...new Set([...yearFirst, ...day(last, first, second), ...day(last, second, first)])];
}

const DECEMBER = "12";
const MOST_DAYS = 31;

/** The last day of the month that is written before it. */
function lastOf(year: number | undefined, month: string | undefined): CivilDate[] {
  const days = Array.from({ length: MOST_DAYS }, (_, back) => day(year, month, String(MOST_DAYS - back)));
  return days.find((one) => one.length > 0) ?? [];
}

function readingsOf(groups: Groups, when: DateContext): CivilDate[] {
  const { word, thisMonth, first, year, short, month, day: date } = groups;
  if (word !== undefined) return [addDays(when.today, -(backIn(DAYS_BACK, word) ?? 0))];
  if (thisMonth !== undefined) return inMonth(thisMonth, groups, when);
  if (first !== undefined) return ofThree(groups, when);
  const named = year ?? short;
  const of = named === undefined ? when.year : yearOf(named, when);
  if (groups.lastDay !== undefined) return lastOf(of, DECEMBER);
  return groups.end === undefined ? day(of, month, date) : lastOf(of, month);
}

/** 本月5日, 上月5日, 上月底 */
function inMonth(word: string, { day: date, end }: Groups, { today }: DateContext): CivilDate[] {
  const [year = 0, month = 1] = today.split("-").map(Number);
  const isLast = word.startsWith("上");
  const [of, named] = isLast && month === 1 ? [year - 1, DECEMBER] : [year, String(isLast ? month - 1 : month)];
  return end === undefined ? day(of, named, date) : lastOf(of, named);
}

function found(match: RegExpExecArray, text: string, when: DateContext): Omit<FoundDate, "weak"> {
  const groups: Groups = match.groups ?? {};
  const readings = readingsOf(groups, when);
  let to = match.index + match[0].length;
  const weekday = WEEKDAY.exec(text.slice(to));
  to += weekday?.[0].length ?? 0;
  to += CLOCK.exec(text.slice(to))?.[0].length ?? 0;
  const named = weekday?.[1] === undefined ? undefined : "一二三四五六日".indexOf(weekday[1].replace("天", "日")) + 1;
  return {
    from: match.index,
    to,
    text: match[0].trim(),
    readings,
    hasYear: ["year", "short", "word", "thisMonth", "first"].some((group) => groups[group] !== undefined),
    otherWeekday: named !== undefined && readings.every((date) => weekdayOf(date) !== named),
  };
}

/**
 * All dates of a text in their order, also those of days that do not exist. A missing year is the campaign's; 去年 is
 * relative to today.
 * @param text in half width
 * @param options `ends`: 七月底 is its last day, as of figures; of what has happened it is no day
 */
export function findDates(text: string, when: DateContext, { ends = false } = {}): FoundDate[] {
  const matches = [...PATTERNS, ...(ends ? ENDS : [])].flatMap(({ at, weak }, rank) =>
    [...text.matchAll(at)].map((match) => ({ match, rank, weak })),
  );
  const taken: FoundDate[] = [];
  for (const { match, weak } of matches.toSorted((a, b) => a.match.index - b.match.index || a.rank - b.rank)) {
    if (match.index < (taken.at(-1)?.to ?? 0)) continue;
    taken.push({ ...found(match, text, when), weak });
  }
  return taken;
}
