import { type DateContext, findDates } from "../../platform/conversation/answers/find-dates.ts";
import { isCourtesy, isOfForward, withoutCourtesy, withoutSenders } from "../../platform/conversation/beside-form.ts";
import { readWhole } from "../../platform/conversation/numerals.ts";
import { withoutFillers } from "../../platform/conversation/spoken.ts";
import { addDays, type CivilDate, weekdayOf } from "../../shared/civil-date.ts";
import { visibleText } from "../../shared/visible-text.ts";
import { visitPhrases, visitWords } from "./phrases.ts";

/** What people write around days, names and cars. */
const WORDS = {
  /** Before the names. 将 and 先 begin some: 将军苑. */
  leads: /^\s*(?:请|麻烦)?(?:把|(?:先)?去|先到)?(?=[\p{Script=Han}\d「“])/u,
  /** Behind the names: 请安排, 25号有哪些. */
  ends: /[\s,，]*(?:请(?:予以)?安排(?:一下)?|(?:都|还)?(?:有|是|去)(?:哪些|哪几个|哪几处|什么)(?:小区|地方)?|(?:什么时候|哪天|几号)(?:去|核验)?)[\s?？。]*$/u,
  /** 锦绣花园然后去翠苑小区 */
  next: /[\s,、]*(?:然后|接着|之后|再)(?:再)?(?:去|到|看|跑)\s*/gu,
  /** 由甲、乙核验 */
  by: /\s*由\s*([^,;。]{2,40}?)\s*(?:负责|前往|去)?(?:现场)?核验(?=$|[\s,;。])/gu,
  /** 车1, 车号：2 */
  carBehind: /(?<![\d号])车(?:号|辆)?\s*:?\s*(\d{1,2})(?!\d)(?:号车?)?/gu,
  /** 陪同待定 */
  notKnown: /(?:陪同(?:人员)?|成员|车辆?)\s*:?\s*(?:待定|未定|暂无|暂缺|另行通知)(?=$|[\s,、;。])/gu,
  columns: {
    day: ["日期", "时间", "核验日期", "核验时间"],
    name: ["小区", "小区名称", "名称", "项目", "项目名称", "核验对象", "农户"],
    car: ["车", "车辆", "车号", "车次"],
    escort: ["陪同", "陪同人员", "陪同人"],
    verifiers: ["成员", "核验成员", "核验人员", "核验组", "人员"],
    beside: ["序号", "编号", "地区", "区县", "地址"],
  } satisfies Record<string, string[]>,
};

const NUMBERING =
  /^\s*(?:[（(]?\d{1,2}[)）]\s*|\d{1,2}[.．、]\s*(?!\d)|[①-⑳]\s*|[（(]?[一二三四五六七八九十]{1,2}[)）]?[、.．]\s*)/u;

/** 1、25号: the number of the line, where it is. */
const COUNT = /^\s*(\d{1,2})、\s*(?=\d)/u;

/** The lines of an arrangement, each with its day and its sites, however they were said, pasted or put into a table. */
export function arrangementLines(typed: string, when: DateContext): string[] {
  const said = withoutSenders(visibleText(typed))
    .split("\n")
    .filter((line) => line.trim() !== "" && !isOfForward(line) && !isCourtesy(line));
  const rows = fromTable(fromLabels(said.map((line) => line.normalize("NFKC"))));
  const counted = rows.map((line, at) => (Number(COUNT.exec(line)?.[1]) === at + 1 ? line.replace(COUNT, "") : line));
  const lines = counted.map((line) => plain(line)).flatMap((line) => eachDay(withWholeDays(line, when), when));
  return underDays(lines, when);
}

const COMMAND = new RegExp(`^(?:${visitPhrases.words.join("|")})\\s*[:,]?\\s*`, "u");

export const withoutLead = (text: string): string => text.replace(WORDS.leads, "");

/** Without what numbers the line, who is spoken to, and words that say nothing. */
const plain = (line: string): string =>
  withoutCourtesy(withoutFillers(line.replace(NUMBERING, "").replace(/^\s*(?:@\S+\s+)+/u, "")))
    .replace(COMMAND, "")
    .replace(WORDS.leads, "")
    .replace(WORDS.ends, "")
    .replaceAll(WORDS.next, "、")
    .replaceAll(WORDS.by, " 成员 $1 ")
    .replaceAll(WORDS.carBehind, " $1号车 ")
    .replaceAll(WORDS.notKnown, " ")
    .trim();

/** 日期：9月25日, 小区：锦绣花园, 车辆：1号车 on lines below each other, as one line; a heading that comes again begins the next. */
function fromLabels(lines: readonly string[]): readonly string[] {
  const read = lines.map((line) => /^\s*([^\s:]{1,6})\s*:\s*(\S.*)$/u.exec(line));
  const columns = read.map((one) => columnOf(one?.[1] ?? ""));
  if (lines.length < 2 || columns.some((column) => column === undefined)) return lines;
  const joined: string[] = [];
  let seen: (Column | undefined)[] = [];
  columns.forEach((column, at) => {
    const cell = cellAs(column, read[at]?.[2] ?? "");
    if (seen.length > 0 && !seen.includes(column)) joined.push(`${joined.pop() ?? ""} ${cell}`);
    else joined.push(cell);
    seen = seen.includes(column) ? [column] : [...seen, column];
  });
  return joined;
}

/** Rows of a table by its headings, as lines. */
function fromTable(lines: readonly string[]): string[] {
  let columns: readonly (Column | undefined)[] | undefined;
  return lines.flatMap((line) => {
    if (!line.includes("\t")) return [line];
    const cells = line.split("\t").map((cell) => cell.trim());
    const heads = cells.map(columnOf);
    if (heads.filter(Boolean).length > 1 && cells.every((cell, at) => cell === "" || heads[at])) {
      columns = heads;
      return [];
    }
    const of = columns;
    return [cells.flatMap((cell, at) => (cell === "" ? [] : [cellAs(of?.[at], cell)])).join(" ")];
  });
}

type Column = keyof typeof WORDS.columns;

const columnOf = (cell: string): Column | undefined =>
  (Object.keys(WORDS.columns) as Column[]).find((name) => WORDS.columns[name].includes(cell));

function cellAs(column: Column | undefined, cell: string): string {
  if (column === "beside") return "";
  if (column === "car") return /车/u.test(cell) ? cell : `${cell.replace(/号$/u, "")}号车`;
  if (column === "escort") return `陪同 ${cell}`;
  return column === "verifiers" ? `成员 ${cell}` : cell;
}

const DAY_ALONE =
  /(?<![\d月.．/第一二三四五六七八九十廿〇零-]\s*)(\d{1,2}|[一二三四五六七八九十廿]{1,3})\s*[日号](?!\s*[车楼幢栋院])/gu;
const WEEKDAY = /(?<![日号]\s*\(?)(下|这|本)?(?:周|星期|礼拜)([一二三四五六日天])/gu;
const MOST_AHEAD = 62;

/** 25号 is the next 25th, 下周一 the Monday of next week: days to come have one meaning. */
function withWholeDays(line: string, { today }: DateContext): string {
  const words = (day: CivilDate): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日 `;
  const dated = (day: CivilDate): string => (day.startsWith(today.slice(0, 4)) ? words(day) : `${day} `);
  return line
    .replaceAll(visitWords.dayAfter, () => `${addDays(today, 2)} `)
    .replaceAll(visitWords.tomorrow, () => `${addDays(today, 1)} `)
    .replaceAll(DAY_ALONE, (whole, number: string) => {
      const date = readWhole(number);
      const ahead = Array.from({ length: MOST_AHEAD }, (_, days) => addDays(today, days));
      const day = ahead.find((one) => Number(one.slice(8)) === date);
      return day === undefined ? whole : dated(day);
    })
    .replaceAll(WEEKDAY, (whole, week: string | undefined, sign: string) => {
      const weekday = "一二三四五六日".indexOf(sign.replace("天", "日")) + 1;
      const monday = addDays(today, 1 - weekdayOf(today));
      const inWeek = addDays(monday, weekday - 1 + (week === "下" ? 7 : 0));
      const day = week === undefined && inWeek < today ? addDays(inWeek, 7) : inWeek;
      return day < today ? whole : dated(day);
    });
}

/** 9.25锦绣花园 9.26翠苑小区: a line for each day. */
function eachDay(line: string, when: DateContext): string[] {
  const days = findDates(line, when).filter(({ readings }) => readings.length === 1);
  const [first, second] = days;
  if (!first || !second) return [line];
  const leads = line.slice(0, first.from).trim() === "";
  const cuts = leads ? days.map(({ from }) => from) : [0, ...days.slice(0, -1).map(({ to }) => to)];
  const parts = cuts.map((from, at) => line.slice(from, cuts[at + 1]));
  const isWhole = parts.every((part, at) => {
    const day = days[at];
    return day !== undefined && /\p{Script=Han}{2}/u.test(part.replace(line.slice(day.from, day.to), ""));
  });
  return isWhole ? parts.map((part) => part.replace(/^[\s,、;]+|[\s,、;]+$/gu, "")) : [line];
}

/** A day on a line of its own holds for the lines below it. */
function underDays(lines: readonly string[], when: DateContext): string[] {
  let above: string | undefined;
  return lines.flatMap((line, at) => {
    const [only, second] = findDates(line, when).filter(({ readings }) => readings.length === 1);
    const isAlone =
      only !== undefined &&
      !second &&
      line.slice(0, only.from).trim() + line.slice(only.to).replace(/[\s:,]/gu, "") === "";
    if (isAlone && at < lines.length - 1) {
      above = line.slice(only.from, only.to);
      return [];
    }
    return only || above === undefined ? [line] : [`${above} ${line}`];
  });
}
