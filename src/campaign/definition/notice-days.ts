import { addDays, type CivilDate } from "../../shared/civil-date.ts";
import type { Calendar } from "./calendar.ts";
import { type Definition, stageWindow } from "./definition.ts";
import { decided, stagesWith } from "./purposes.ts";
import type { RulingsInForce } from "./rulings-in-force.ts";

/** Length of 公示. The first day does not count unless ruled. */
export interface NoticePeriod {
  days: number;
  workingDays: boolean;
  firstDayCounts: boolean;
}

/** The ruled length; undefined while the ruling is open. 0 days: 不公示. */
export function noticePeriod(definition: Definition, rulings: RulingsInForce): NoticePeriod | undefined {
  const { days, workingDays, firstDayCounts } = decided(definition, "noticePeriod", rulings);
  if (typeof days !== "number") return undefined;
  return { days, workingDays: workingDays === true, firstDayCounts: firstDayCounts === true };
}

/** Last day of a 公示 that begins on the day; it ends at 24:00 of it. For 0 days the day itself. */
export function lastNoticeDay(
  calendar: Pick<Calendar, "addWorkingDays" | "isWorkingDay">,
  { days, workingDays, firstDayCounts }: NoticePeriod,
  begins: CivilDate,
): CivilDate {
  const counted = workingDays ? calendar.isWorkingDay(begins) : true;
  const more = Math.max(0, days - (firstDayCounts && counted ? 1 : 0));
  if (more === 0) return begins;
  return workingDays ? calendar.addWorkingDays(begins, more) : addDays(begins, more);
}

/** Last working day on which a 公示 can begin and be over by the end of the day. */
export function latestNoticeStart(
  calendar: Pick<Calendar, "addWorkingDays" | "isWorkingDay" | "previousWorkingDay">,
  period: NoticePeriod,
  endsBy: CivilDate,
): CivilDate {
  let begins = calendar.previousWorkingDay(endsBy);
  while (lastNoticeDay(calendar, period, begins) > endsBy) begins = calendar.previousWorkingDay(addDays(begins, -1));
  return begins;
}

/** What becomes possible once a 公示 has ended at 24:00 of a day. */
export interface AfterNotice {
  ends: CivilDate;
  /** First day on which 公布 is possible, and the first working day from then on. */
  from: CivilDate;
  working: CivilDate;
  /** Last working day on which a 公示 ends so that 公布 is possible on a working day until `ends`. */
  endsEarlier: CivilDate;
}

export function afterNotice(
  calendar: Pick<Calendar, "nextWorkingDay" | "previousWorkingDay">,
  ends: CivilDate,
): AfterNotice {
  const from = addDays(ends, 1);
  return {
    ...{ ends, from, working: calendar.nextWorkingDay(from) },
    endsEarlier: calendar.previousWorkingDay(addDays(calendar.previousWorkingDay(ends), -1)),
  };
}

/** Last working day of the stages that publish; undefined if none does. */
export function publicationBy(
  definition: Definition,
  calendar: Pick<Calendar, "previousWorkingDay">,
): CivilDate | undefined {
  const [first] = stagesWith(definition, "publication");
  return first && calendar.previousWorkingDay(stageWindow(definition, first).to);
}
