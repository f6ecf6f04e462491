import { addDays, type CivilDate, dayOf } from "../../shared/civil-date.ts";
import type { Calendar } from "../definition/calendar.ts";
import { type Deadline, reminderDays } from "../definition/deadlines.ts";

/**
 * Reminders after the first working day on which what comes is late, in working days; the last distance repeats. Ours, as
 * those before it are: the plan sets no reminders.
 */
const AFTER: readonly number[] = [0, 2, 5, 10];

/** What a reminder counts from. */
export type Dated = Pick<Deadline, "effectiveOn" | "lateFrom" | "binding">;

/** Days of the reminders until `until`, inclusive, ascending; what does not bind is not urged afterwards. */
export function rungDays(calendar: Calendar, dated: Dated, until: CivilDate): CivilDate[] {
  const after = dated.binding ? urgedOn(calendar, dayOf(dated.lateFrom), until) : [];
  const all = [...reminderDays({ calendar }, dated), ...after];
  return [...new Set(all)].filter((day) => day <= until).sort((one, other) => one.localeCompare(other));
}

function urgedOn(calendar: Calendar, lateFrom: CivilDate, until: CivilDate): CivilDate[] {
  if (until < lateFrom) return [];
  const first = calendar.nextWorkingDay(lateFrom);
  const last = AFTER.at(-1) ?? 0;
  const pace = last - (AFTER.at(-2) ?? 0);
  const days: CivilDate[] = [];
  for (let at = 0; ; at += 1) {
    const steps = AFTER[at] ?? last + pace * (at + 1 - AFTER.length);
    const day = calendar.addWorkingDays(first, steps);
    if (day > until) return days;
    days.push(day);
  }
}

/** Of a week, Monday first. */
export const weekOf = (day: CivilDate, weekday: number): { from: CivilDate; to: CivilDate } => ({
  from: addDays(day, 1 - weekday),
  to: addDays(day, 7 - weekday),
});
