import { addDays, type CivilDate, isCivilDate } from "../../../shared/civil-date.ts";
import type { AnswerContext } from "../answer.ts";
import { readWhole } from "../numerals.ts";

const NUMERALS = "〇零一二三四五六七八九十";
const NUMBER = `(?:\\d{1,2}|[${NUMERALS}]{1,3})`;
const YEAR = `(?:\\d{4}|\\d{2}|[${NUMERALS}]{4}|[${NUMERALS}]{2}|今|去|前)`;
const SEPARATOR = "\\s*[-－‐–—.．/／,，、\\s]\\s*";

/** By priority: of matches at the same position, the first pattern wins. */
const PATTERNS = [
  `(?:(?<year>${YEAR})\\s*年\\s*)?(?<month>${NUMBER})\\s*月\\s*(?<day>${NUMBER})\\s*[日号]?`,
  `(?<year>\\d{4}|\\d{2})${SEPARATOR}(?<month>\\d{1,2})${SEPARATOR}(?<day>\\d{1,2})`,
  "(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})",
  `(?<month>\\d{1,2})${SEPARATOR}(?<day>\\d{1,2})`,
  "(?<month>\\d{2})(?<day>\\d{2})",
  "(?<word>今天|昨天|前天)",
].map((pattern) => new RegExp(`(?<![\\d.])${pattern}(?![\\d.]*\\d)`, "u"));

const WORDS = ["今天", "昨天", "前天"];
const YEARS_BACK = ["今", "去", "前"];

type DateContext = Pick<AnswerContext, "today" | "year">;

function yearOf(text: string | undefined, { today, year }: DateContext): number | undefined {
  if (text === undefined) return year;
  const back = YEARS_BACK.indexOf(text);
  if (back >= 0) return Number(today.slice(0, 4)) - back;
  const number = /^\d+$/.test(text) ? Number(text) : readWhole(text);
  if (number === undefined) return undefined;
  return number < 100 ? 2000 + number : number;
}

function dateOf(groups: Record<string, string | undefined>, when: DateContext): CivilDate | undefined {
  if (groups.word !== undefined) return addDays(when.today, -WORDS.indexOf(groups.word));
  const year = yearOf(groups.year, when);
  const [month, day] = [readWhole(groups.month ?? ""), readWhole(groups.day ?? "")];
  if (year === undefined || month === undefined || day === undefined || year < 1900 || year > 2999) return undefined;
  const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return isCivilDate(text) ? text : undefined;
}

/**
 * Finds the first date in a text. A missing year is the campaign's; 去年 is relative to today.
 * @param text with digits in half width
 */
export function findDate(
  text: string,
  when: DateContext,
): { date: CivilDate; before: string; after: string } | undefined {
  const matches = PATTERNS.flatMap((pattern) => {
    const match = pattern.exec(text);
    const date = match?.groups && dateOf(match.groups, when);
    return match && date ? [{ date, at: match.index, length: match[0].length }] : [];
  });
  const first = matches.toSorted((a, b) => a.at - b.at)[0];
  if (first === undefined) return undefined;
  return { date: first.date, before: text.slice(0, first.at), after: text.slice(first.at + first.length) };
}
