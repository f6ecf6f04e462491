import { addDays, type CivilDate, dayOf, momentOf, weekdayOf } from "../../shared/civil-date.ts";

/** The next moment at this time of the day, after now. */
export function nextAt(now: Date, time: string): Date {
  const today = momentOf(dayOf(now), time);
  return today > now ? today : momentOf(addDays(dayOf(now), 1), time);
}

/** The next moment on this day of the week at this time, after now. @param weekday Monday is 1 */
export function nextOn(now: Date, weekday: number, time: string): Date {
  const today = dayOf(now);
  const day = addDays(today, (weekday - weekdayOf(today) + 7) % 7);
  const at = momentOf(day, time);
  return at > now ? at : momentOf(addDays(day, 7), time);
}

/**
 * When a summary of something that changed is sent again: at most once a day.
 * @param sentAt the last time; undefined: never
 * @returns undefined: now
 */
export function waitsUntil(now: Date, sentAt: Date | undefined, time: string | undefined): Date | undefined {
  if (sentAt === undefined || dayOf(sentAt) < dayOf(now)) return time === undefined ? undefined : nextAt(now, time);
  return momentOf(addDays(dayOf(now), 1), time ?? "09:00");
}

const WEEKDAYS = "一二三四五";
const MOVED =
  /^(?:每?(?:周|星期|礼拜)\s*([一二三四五])\s*)?(上午|下午)?\s*(\d{1,2})\s*(?:[:：]\s*(\d{2})|[点时]\s*(半)?)$/u;
const NOON = 12;

/** 周二10:00, 每周五下午3点半, 17:00. Undefined: it is no such moment, or a day off. */
export function readMoved(typed: string): { weekday?: number; time: string } | undefined {
  const found = MOVED.exec(typed.normalize("NFKC").trim());
  if (!found) return undefined;
  const [, day, half, said = "", minutes, thirty] = found;
  const hour = Number(said) + (half === "下午" && Number(said) < NOON ? NOON : 0);
  const minute = minutes === undefined ? (thirty ? 30 : 0) : Number(minutes);
  if (hour < 8 || hour >= 20 || minute > 59) return undefined;
  const time = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
  return day === undefined ? { time } : { weekday: WEEKDAYS.indexOf(day) + 1, time };
}

const MONDAY = 1;
const MORNING = "09:00";

/** When the weekly one was moved to, whichever of the two was said; neither: it was not moved. */
export function weeklyAt({ weekday, time }: { weekday?: number | undefined; time?: string | undefined }): {
  weekday?: number;
  time?: string;
} {
  return weekday === undefined && time === undefined ? {} : { weekday: weekday ?? MONDAY, time: time ?? MORNING };
}

/** The Monday of the day's week. */
export const mondayOf = (day: CivilDate): CivilDate => addDays(day, 1 - weekdayOf(day));
