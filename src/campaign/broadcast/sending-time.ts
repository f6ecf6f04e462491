import { addDays, type CivilDate, dayOf, momentOf, shanghaiIso } from "../../shared/civil-date.ts";
import { readMoment } from "../case-history/rules.ts";
import type { Calendar } from "../definition/calendar.ts";

/** Why people would be disturbed. */
export type Quiet = "night" | "dayOff";

const MORNING = "08:00";
const EVENING = "20:00";

/** Night is from 20:00 to 08:00. Undefined: in the daytime of a working day. */
export function quietAt(calendar: Pick<Calendar, "isWorkingDay">, at: Date): Quiet | undefined {
  const time = shanghaiIso(at).slice(11, 16);
  if (time < MORNING || time >= EVENING) return "night";
  return calendar.isWorkingDay(dayOf(at)) ? undefined : "dayOff";
}

/** The next moment at which nobody is disturbed: 08:30 of a working day. */
export function nextDaytime(calendar: Pick<Calendar, "isWorkingDay" | "nextWorkingDay">, at: Date): Date {
  const today = momentOf(calendar.nextWorkingDay(dayOf(at)), "08:30");
  return today > at ? today : momentOf(calendar.nextWorkingDay(addDays(dayOf(at), 1)), "08:30");
}

export type SendingTime =
  | { kind: "at"; at: Date }
  /** Nothing is said, or not all of it. */
  | { kind: "unclear" }
  | { kind: "past"; at: Date }
  | { kind: "tooFar"; at: Date };

const AHEAD = ["今天", "明天", "后天"] as const;
const TIME_ONLY = /^(?:上午|下午|晚上|中午|早上)?\s*\d{1,2}\s*(?::|[点时])/u;
const MAX_DAYS = 90;

/**
 * Reads 8月15日 9:30, 明天上午9点, 9:30 (today).
 * @param typed as it was said; all of it is the moment
 */
export function readSendingTime(typed: string, { now, year }: { now: Date; year: number }): SendingTime {
  const today = dayOf(now);
  const text = typed.normalize("NFKC").trim();
  const named = AHEAD.findIndex((word) => text.startsWith(word) || text.startsWith(word.replace("天", "日")));
  const said =
    named >= 0 ? `${addDays(today, named)} ${text.slice(2)}` : TIME_ONLY.test(text) ? `${today} ${text}` : text;
  const read = readMoment(said, { today, year });
  if (!read || read.isDay || /[^发送前准时整\s]/u.test(read.rest)) return { kind: "unclear" };
  const at = minuteOf(read.at);
  if (at <= now) return { kind: "past", at };
  return at > momentOf(addDays(today, MAX_DAYS)) ? { kind: "tooFar", at } : { kind: "at", at };
}

/** {@link readMoment} gives the last millisecond of the minute. */
function minuteOf(at: Date): Date {
  const iso = shanghaiIso(at);
  return momentOf(iso.slice(0, 10) as CivilDate, iso.slice(11, 16));
}
