import { type CivilDate, isCivilDate } from "../../../shared/civil-date.ts";
import { isYearCovered } from "../calendar.ts";
import type { FileKey } from "../definition.ts";
import type { Check, Finding } from "./finding.ts";
import { type Found, numberPart, part, query, textPart } from "./query.ts";

const DAYS: readonly { in: FileKey; at: string }[] = [
  { in: "campaign", at: "stages.*.opensOn" },
  { in: "campaign", at: "stages.*.closesOn" },
  { in: "campaign", at: "deliverables.*.due.on" },
  { in: "campaign", at: "districts.*.from" },
  { in: "campaign", at: "districts.*.until" },
  { in: "datePhrases", at: "dates.*.on" },
  { in: "rulings", at: "*.answerBefore" },
  { in: "calendar", at: "overrides.*.day" },
];

const MONTH_DAY = /^\d\d-\d\d$/;
const WRITTEN = /^(\d{4}-)?\d\d-\d\d$/;

/** Reports invalid days, days in other years, reversed spans, and years without calendar. */
export const dates: Check = ({ files }) => {
  const { content } = files.campaign;
  const year = numberPart(part(content, "year"), "value");
  if (year === undefined) return [];
  const days = DAYS.flatMap(({ in: key, at }) => query(files[key].content, at).map((found) => ({ ...found, in: key })));
  return [
    ...days.flatMap((found) => wrongDay(found, year)),
    ...uncovered(days, year),
    ...otherYear(content, year),
    ...phraseYear(files.datePhrases.content, year),
    ...stageOrder(content, year),
    ...districtSpans(content, year),
  ];
};

type Day = Found & { in: FileKey };

const resolved = (value: unknown, year: number): CivilDate | undefined => {
  if (typeof value !== "string" || !WRITTEN.test(value)) return undefined;
  const day = MONTH_DAY.test(value) ? `${year}-${value}` : value;
  return isCivilDate(day) ? day : undefined;
};

/** A campaign ends at the latest in the following year. */
function wrongDay({ in: key, path, value }: Day, year: number): Finding[] {
  if (typeof value !== "string" || !WRITTEN.test(value)) return [];
  const day = resolved(value, year);
  if (day === undefined) {
    const [named, rest] = MONTH_DAY.test(value) ? [year, value] : [value.slice(0, 4), value.slice(5)];
    return [{ in: key, path, message: `${named}年没有“${rest}”这一天。` }];
  }
  if (Math.abs(Number(day.slice(0, 4)) - year) <= 1) return [];
  return [{ in: key, path, message: `“${value}”与活动年度${year}年相差一年以上：请改正其一。` }];
}

/** Every year of the campaign needs a calendar. */
function uncovered(days: readonly Day[], year: number): Finding[] {
  const refuse = (at: { in: FileKey; path: Found["path"] }, without: number): Finding => ({
    ...at,
    message: `日历中没有${without}年的节假日安排，无法计算工作日。请在国务院公布当年安排后更新系统。`,
  });
  if (!isYearCovered(year)) return [refuse({ in: "campaign", path: ["year", "value"] }, year)];
  return days.flatMap(({ in: key, path, value }) => {
    const named = Number(resolved(value, year)?.slice(0, 4) ?? year);
    return Math.abs(named - year) > 1 || isYearCovered(named) ? [] : [refuse({ in: key, path }, named)];
  });
}

/** Reports an id with another year than the campaign's. */
function otherYear(campaign: unknown, year: number): Finding[] {
  const id = textPart(campaign, "id");
  const named = /(?:^|-)(20\d\d)(?:-|$)/.exec(id ?? "")?.[1];
  if (named === undefined || Number(named) === year) return [];
  return [{ in: "campaign", path: ["id"], message: `活动编号“${id}”里的年份与年度${year}不符：两处须一并改正。` }];
}

/** Reports date phrases with a year other than their day's. */
function phraseYear(datePhrases: unknown, year: number): Finding[] {
  return query(datePhrases, "dates.*").flatMap(({ path, value }): Finding[] => {
    const words = textPart(value, "phrase") ?? "";
    const named = /(20\d\d)年/.exec(words)?.[1];
    const day = resolved(part(value, "on"), year);
    if (named === undefined || day === undefined || day.startsWith(named)) return [];
    return [
      {
        in: "datePhrases",
        path: [...path, "on"],
        message: `“${words}”是${named}年，此处为${day.slice(0, 4)}年：请写明年份。`,
      },
    ];
  });
}

/** Stages end on or after their first day and follow one another without overlap. */
function stageOrder(content: unknown, year: number): Finding[] {
  const stages = query(content, "stages.*").map(({ path, value }) => ({
    path,
    name: textPart(value, "name") ?? "",
    opensOn: resolved(part(value, "opensOn"), year),
    closesOn: resolved(part(value, "closesOn"), year),
  }));
  return stages.flatMap(({ path, name, opensOn, closesOn }, index) => {
    const before = stages[index - 1];
    const found: Finding[] = [];
    if (opensOn !== undefined && closesOn !== undefined && closesOn < opensOn)
      found.push({
        in: "campaign",
        path: [...path, "closesOn"],
        message: `“${name}”的结束日期早于开始日期。跨年的请写明年份，如 ${year + 1}-01-10。`,
      });
    if (opensOn !== undefined && before?.closesOn !== undefined && opensOn <= before.closesOn)
      found.push({
        in: "campaign",
        path: [...path, "opensOn"],
        message: `“${name}”的开始日期不晚于“${before.name}”的结束日期。`,
      });
    return found;
  });
}

function districtSpans(content: unknown, year: number): Finding[] {
  return query(content, "districts.*").flatMap(({ path, value }): Finding[] => {
    const [from, until] = [resolved(part(value, "from"), year), resolved(part(value, "until"), year)];
    if (from === undefined || until === undefined || from <= until) return [];
    const message = `“${textPart(value, "name") ?? ""}”的 until 早于 from。`;
    return [{ in: "campaign", path: [...path, "until"], message }];
  });
}
