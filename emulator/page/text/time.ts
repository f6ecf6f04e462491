/** Emulated times are ISO 8601 with the offset of Asia/Shanghai and are shown in that time zone. */

const OFFSET_MS = 8 * 60 * 60 * 1000;
export const HOUR_MS = 60 * 60 * 1000;
export const DAY_MS = 24 * HOUR_MS;
/** The time of day when a whole day is chosen. */
export const MORNING = "09:00";
const WEEKDAYS = ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"] as const;

interface WallClock {
  year: number;
  month: number;
  day: number;
  /** `HH:mm` */
  time: string;
  weekday: string;
}

export function wallClock(iso: string): WallClock {
  const at = new Date(Date.parse(iso) + OFFSET_MS);
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    time: at.toISOString().slice(11, 16),
    weekday: WEEKDAYS[at.getUTCDay()] ?? "",
  };
}

/** 8月9日 */
export function monthDay(iso: string): string {
  const { month, day } = wallClock(iso);
  return `${month}月${day}日`;
}

/** 8月9日 星期三 09:00 */
export function fullMoment(iso: string): string {
  const { weekday, time } = wallClock(iso);
  return `${monthDay(iso)} ${weekday} ${time}`;
}

/** In a chat list: the time for today, 昨天, otherwise the day. */
export function briefMoment(iso: string, now: string): string {
  const days = dayNumber(now) - dayNumber(iso);
  if (days === 0) return wallClock(iso).time;
  return days === 1 ? "昨天" : monthDay(iso);
}

/** Days since the epoch on Shanghai's calendar. */
export const dayNumber = (iso: string): number => Math.floor((Date.parse(iso) + OFFSET_MS) / DAY_MS);

/** The last day of a span, which ends before the moment `to`. */
export const lastDay = (to: string): number => Math.floor((Date.parse(to) - 1 + OFFSET_MS) / DAY_MS);

/** The moment of `HH:mm` on that day in Shanghai. @param day days since the epoch */
export const momentOn = (day: number, time: string): string =>
  `${new Date(day * DAY_MS).toISOString().slice(0, 10)}T${time}:00+08:00`;

/** The value of a `datetime-local` field: `yyyy-MM-ddTHH:mm`. */
export const fieldValue = (iso: string): string => new Date(Date.parse(iso) + OFFSET_MS).toISOString().slice(0, 16);

export const fromFieldValue = (value: string): string => `${value.slice(0, 16)}:00+08:00`;

/** Machine time with milliseconds: HH:mm:ss.SSS. */
export const preciseTime = (iso: string): string => new Date(Date.parse(iso) + OFFSET_MS).toISOString().slice(11, 23);
