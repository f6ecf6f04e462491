import arrangement from "chinese-days/dist/chinese-days.json" with { type: "json" };
import { addDays, type CivilDate, daysBetween, weekdayOf } from "../../shared/civil-date.ts";

/** Working days of the State Council's arrangement with local adjustments. Days are civil dates in Asia/Shanghai. */
export interface Calendar {
  isWorkingDay(day: CivilDate): boolean;
  /** First working day on or after the day. */
  nextWorkingDay(day: CivilDate): CivilDate;
  /** Last working day on or before the day. */
  previousWorkingDay(day: CivilDate): CivilDate;
  /** The n-th working day after the day, before it if n is negative; for 0 the day itself, working or not. */
  addWorkingDays(day: CivilDate, n: number): CivilDate;
  /** Working days from `day` to `until`, inclusive; 0 if `until` is before `day`. Thursday to Friday: 2. */
  workingDaysFrom(day: CivilDate, until: CivilDate): number;
  /** Runs of consecutive days off within the span, inclusive, in order. */
  restSpans(from: CivilDate, to: CivilDate): RestSpan[];
}

export interface RestSpan {
  from: CivilDate;
  to: CivilDate;
  /** 周末, or the holidays it contains: 中秋、国庆节. */
  name: string;
  /** False for an ordinary weekend. */
  holiday: boolean;
}

/**
 * The State Council's arrangement by day: `National Day,国庆节,3`. Only the package's data are used: its functions
 * interpret days in the machine's time zone, off by one west of Greenwich.
 */
const HOLIDAYS: Readonly<Record<string, string>> = arrangement.holidays;
/** Weekend days worked in exchange for a holiday, with the holiday's name. */
const MAKE_UP_DAYS: Readonly<Record<string, string>> = arrangement.workdays;
const FRIDAY = 5;

export interface DayOverride {
  day: CivilDate;
  working: boolean;
  reason: string;
}

/** The holidays of the day's year are unknown to this version. */
export class UncoveredYearError extends Error {
  override readonly name = "UncoveredYearError";
  readonly year: number;

  constructor(year: number) {
    super(`no holiday data for ${year}: update the package chinese-days`);
    this.year = year;
  }
}

/**
 * True if the data contain the year's arrangement. Every arrangement includes National Day; without data, every year
 * would count as Monday to Friday.
 */
export const isYearCovered = (year: number): boolean => HOLIDAYS[`${year}-10-01`]?.startsWith("National Day") ?? false;

const isWorkedNationally = (day: CivilDate): boolean =>
  day in MAKE_UP_DAYS || (weekdayOf(day) <= FRIDAY && !(day in HOLIDAYS));

/** All methods throw {@link UncoveredYearError} for a year without data. */
export function makeCalendar({ overrides }: { overrides: readonly DayOverride[] }): Calendar {
  const adjusted = new Map(overrides.map((override) => [override.day, override]));
  /** Asked for thousands of times a card. */
  const known = new Map<CivilDate, boolean>();

  function isWorkingDay(day: CivilDate): boolean {
    const found = known.get(day) ?? isWorked(day);
    known.set(day, found);
    return found;
  }

  function isWorked(day: CivilDate): boolean {
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

/** Empty for an ordinary weekend. */
const holidayName = (day: CivilDate): string => (MAKE_UP_DAYS[day] ?? HOLIDAYS[day] ?? "").split(",")[1] ?? "";
