import { type CivilDate, isCivilDate } from "../../../shared/civil-date.ts";
import type { DateContext, FoundDate } from "./find-dates.ts";

/** In characters, of the year and the month. */
const MONTH = 7;
/** Earliest date that answers may name. */
export const EARLIEST: CivilDate = "2000-01-01";

export type PastDate =
  | { kind: "date"; date: CivilDate }
  /** `notYet`: without a year it would lie ahead; `weekday`: it is another day of the week. */
  | { kind: "ask"; why: "notYet" | "several" | "weekday"; dates: readonly CivilDate[] }
  | { kind: "none"; why: "impossible" | "outOfBounds" | "ahead" };

/** What is asked about has happened: a date never lies ahead, and a missing year is proposed, not guessed, where it would. */
export function pastDate(found: FoundDate, { today, year }: DateContext): PastDate {
  if (found.readings.length === 0) return { kind: "none", why: "impossible" };
  // 八月底 on the 28th of August is days away: no year before is meant.
  const isAhead =
    !found.hasYear &&
    /[底末]/u.test(found.text) &&
    found.readings.every((date) => date > today && date.startsWith(today.slice(0, MONTH)));
  if (isAhead) return { kind: "none", why: "ahead" };
  const past = (found.hasYear ? found.readings : inPastYears(found.readings, { today, year })).filter(
    (date) => date >= EARLIEST && date <= today,
  );
  const [first, second] = past;
  if (first === undefined) return { kind: "none", why: "outOfBounds" };
  if (second !== undefined) return { kind: "ask", why: "several", dates: past };
  if (!found.readings.includes(first)) return { kind: "ask", why: "notYet", dates: past };
  if (found.readings.length > 1) return { kind: "ask", why: "several", dates: past };
  return found.otherWeekday ? { kind: "ask", why: "weekday", dates: past } : { kind: "date", date: first };
}

/** The campaign's year and the years since; the year before where all of them lie ahead. */
function inPastYears([date]: readonly CivilDate[], { today, year }: DateContext): CivilDate[] {
  const present = Number(today.slice(0, 4));
  const years = Array.from({ length: Math.max(0, present - year) + 1 }, (_, at) => year + at);
  const inYear = (one: number): CivilDate[] => {
    const text = `${one}${date?.slice(4) ?? ""}`;
    return isCivilDate(text) ? [text] : [];
  };
  const since = years.flatMap(inYear).filter((one) => one <= today);
  return since.length > 0 ? since : inYear(Math.min(year, present + 1) - 1);
}
