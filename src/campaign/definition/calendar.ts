import arrangement from "chinese-days/dist/chinese-days.json" with { type: "json" };
import { addDays, type CivilDate, daysBetween, weekdayOf } from "../../shared/civil-date.ts";

/** Working days as the State Council arranged them, with local adjustments. Days are civil dates in Asia/Shanghai. */
export interface Calendar {
  isWorkingDay(day: CivilDate): boolean;
  /** The first working day at or after the day. */
  nextWorkingDay(day: CivilDate): CivilDate;
  /** The last working day at or before the day. */
  previousWorkingDay(day: CivilDate): CivilDate;
  /** The n-th working day after the day, before it when n is negative; the day itself for 0, working or not. */
  addWorkingDays(day: CivilDate, n: number): CivilDate;
  /**
   * How many working days the span holds, both ends counted when they are worked; 0 when `until` lies before `day`.
   * From a Thursday to the Friday after it: 2.
   */
  workingDaysFrom(day: CivilDate, until: CivilDate): number;
  /** The unbroken runs of days off between two days, both included, cut at them, in order. */
  restSpans(from: CivilDate, to: CivilDate): RestSpan[];
}

export interface RestSpan {
  from: CivilDate;
  to: CivilDate;
  /** 周末, or the holidays in it: 中秋、国庆节. */
  name: string;
  /** False for a plain weekend. */
  holiday: boolean;
}

/**
 * What the State Council announced, by day: `National Day,国庆节,3`. Only the package's data are used: its functions
 * read a day in the machine's time zone, and west of Greenwich that is the day before.
 */
const HOLIDAYS: Readonly<Record<string, string>> = arrangement.holidays;
/** Days of a weekend that are worked for a holiday, named after it. */
const MAKE_UP_DAYS: Readonly<Record<string, string>> = arrangement.workdays;
const FRIDAY = 5;

/** A local adjustment of one day. */
export interface DayOverride {
  day: CivilDate;
  working: boolean;
  reason: string;
}

/** The day lies in a year whose holidays are not announced, or not known to this version. */
export class UncoveredYearError extends Error {
  override readonly name = "UncoveredYearError";
  readonly year: number;

  constructor(year: number) {
    super(`the holidays of ${year} are not known: update the package chinese-days once they are announced`);
    this.year = year;
  }
}

/**
 * Whether the holidays of the year are known. The data hold one announcement a year, which always gives the National
 * Day holiday: without it every year would be plain Monday to Friday.
 */
export const isYearCovered = (year: number): boolean => HOLIDAYS[`${year}-10-01`]?.startsWith("National Day") ?? false;

const isWorkedNationally = (day: CivilDate): boolean =>
  day in MAKE_UP_DAYS || (weekdayOf(day) <= FRIDAY && !(day in HOLIDAYS));

/** Every method throws {@link UncoveredYearError} rather than guess. */
export function makeCalendar({ overrides }: { overrides: readonly DayOverride[] }): Calendar {
  const adjusted = new Map(overrides.map((override) => [override.day, override]));

  function isWorkingDay(day: CivilDate): boolean {
    const year = Number(day.slice(0, 4));
    if (!isYearCovered(year)) throw new UncoveredYearError(year);
    return adjusted.get(day)?.working ?? isWorkedNationally(day);
  }

  function seek(from: CivilDate, step: 1 | -1): CivilDate {
    let day = from;
    while (!isWorkingDay(day)) day = addDays(day, step);
    return day;
  }

  return {
    isWorkingDay,
    nextWorkingDay: (day) => seek(day, 1),
    previousWorkingDay: (day) => seek(day, -1),
    addWorkingDays(day, n) {
      const step = n < 0 ? -1 : 1;
      let reached = day;
      for (let left = Math.abs(n); left > 0; left -= 1) reached = seek(addDays(reached, step), step);
      return reached;
    },
    workingDaysFrom: (day, until) => daysIn(day, until).filter(isWorkingDay).length,
    restSpans: (from, to) =>
      runs(daysIn(from, to).filter((day) => !isWorkingDay(day))).map((days) => spanOf(days, adjusted)),
  };
}

const daysIn = (from: CivilDate, to: CivilDate): CivilDate[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, offset) => addDays(from, offset));

type Run = [CivilDate, ...CivilDate[]];

function runs(days: readonly CivilDate[]): Run[] {
  const found: Run[] = [];
  for (const day of days) {
    const current = found.at(-1);
    const last = current?.at(-1);
    if (current && last && addDays(last, 1) === day) current.push(day);
    else found.push([day]);
  }
  return found;
}

function spanOf(days: Run, adjusted: ReadonlyMap<CivilDate, DayOverride>): RestSpan {
  const names = new Set(days.map((day) => adjusted.get(day)?.reason ?? holidayName(day)).filter((name) => name !== ""));
  return {
    from: days[0],
    to: days.at(-1) ?? days[0],
    name: [...names].join("、") || "周末",
    holiday: names.size > 0,
  };
}

/** A plain weekend has no name. */
const holidayName = (day: CivilDate): string => (MAKE_UP_DAYS[day] ?? HOLIDAYS[day] ?? "").split(",")[1] ?? "";
