import { addDays, isCivilDate, weekdayOf } from "../../../shared/civil-date.ts";
import { isYearCovered, makeCalendar } from "../calendar.ts";
import type { FileKey } from "../definition.ts";
import type { Check, Finding } from "./finding.ts";
import { numberPart, part, query } from "./query.ts";

/** Own texts that can mention a day. */
const TEXTS: readonly { in: FileKey; at: string }[] = [
  ...["title", "lead", "footnote", "owed.*"].flatMap((key) =>
    ["group", "districtOfficer"].map((audience) => ({ in: "phrases" as const, at: `stages.*.${audience}.${key}` })),
  ),
  { in: "rulings", at: "*.question" },
  { in: "rulings", at: "*.default.text" },
  { in: "datePhrases", at: "dates.*.literal" },
  { in: "datePhrases", at: "dates.*.basis" },
  { in: "forms", at: "*.fields.*.help" },
  { in: "calendar", at: "overrides.*.reason" },
];

const DAY = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/.source;
const WEEKDAY = new RegExp(`${DAY}(?:（|\\(|，|、)?(?:是|为)?(?:周|星期|礼拜)([一二三四五六日天])`, "g");
const REST = new RegExp(`${DAY}(?:在|是|为|属|属于)(?:法定)?(?:节?假期|节假日|休息日|休假日|假日|周末)`, "g");
const WORK = new RegExp(`${DAY}(?:是|为|属|属于)工作日`, "g");
/** 节前最后一个工作日（9月28日）, 节后首个工作日（10月7日）, 前一个工作日（10月19日）. */
const NAMED_WORK = new RegExp(`(?<which>最后一个|末个|首个|第一个|前一个|后一个|次一个)?工作日[（(]${DAY}[）)]`, "g");
const WEEKDAYS = "一二三四五六日";

/** Reports a weekday or holiday that is wrong for the day in this year. */
export const calendarTexts: Check = ({ files }) => {
  const year = numberPart(part(files.campaign.content, "year"), "value");
  if (year === undefined) return [];
  return TEXTS.flatMap(({ in: key, at }) =>
    query(files[key].content, at).flatMap(({ path, value }) =>
      typeof value === "string" ? mistakesIn(value, year).map((message): Finding => ({ in: key, path, message })) : [],
    ),
  );
};

function mistakesIn(text: string, year: number): string[] {
  return [
    ...[...text.matchAll(WEEKDAY)].flatMap((match) => wrongWeekday(match, year)),
    ...[...text.matchAll(REST)].flatMap((match) => wrongRest(match, { year, rest: true })),
    ...[...text.matchAll(WORK)].flatMap((match) => wrongRest(match, { year, rest: false })),
    ...[...text.matchAll(NAMED_WORK)].flatMap((match) => wrongWorkingDay(match, year)),
  ];
}

function wrongWeekday(match: RegExpMatchArray, year: number): string[] {
  const day = dayIn(match, year);
  const given = (match[4] ?? "").replace("天", "日");
  const right = day && WEEKDAYS[weekdayOf(day) - 1];
  if (!day || right === given) return [];
  return [`“${match[0]}”与日历不符：${day.slice(0, 4)}年这一天是周${right}。请改正，或不写星期。`];
}

function wrongRest(match: RegExpMatchArray, { year, rest }: { year: number; rest: boolean }): string[] {
  const day = dayIn(match, year);
  if (!day || !isYearCovered(Number(day.slice(0, 4)))) return [];
  const working = makeCalendar({ overrides: [] }).isWorkingDay(day);
  if (working !== rest) return [];
  return [
    `“${match[0]}”与日历不符：${day.slice(0, 4)}年这一天${working ? "为工作日" : "为休息日"}。请改正，或写成“逢休假日的”。`,
  ];
}

/** A day that is called a working day, the last before days off or the first after them. */
function wrongWorkingDay(match: RegExpMatchArray, year: number): string[] {
  const [found, which = "", ...rest] = match;
  const day = dayIn(["", ...rest], year);
  if (!day || !isYearCovered(Number(day.slice(0, 4)))) return [];
  const { isWorkingDay } = makeCalendar({ overrides: [] });
  const isLast = /最后|末/.test(which) && isWorkingDay(addDays(day, 1));
  const isFirst = /首|第一/.test(which) && isWorkingDay(addDays(day, -1));
  if (isWorkingDay(day) && !isLast && !isFirst) return [];
  const why = isWorkingDay(day) ? "其前后并无休假日" : "这一天为休息日";
  return [`“${found}”与日历不符：${day.slice(0, 4)}年${why}。请改正，或不写日期（卡片按当年日历显示）。`];
}

function dayIn(match: readonly (string | undefined)[], year: number) {
  const [, named, month = "", date = ""] = match;
  const day = `${named ?? year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  return isCivilDate(day) ? day : undefined;
}
