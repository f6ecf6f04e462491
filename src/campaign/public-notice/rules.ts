import { addDays, type CivilDate } from "../../shared/civil-date.ts";
import type { Calendar } from "../definition/calendar.ts";
import { lastNoticeDay, type NoticePeriod } from "../definition/notice-days.ts";
import type { Selection } from "../selection/selection.ts";
import type { NoticePhase, PublicNotice } from "./notice.ts";

type Days = Pick<PublicNotice, "beginsOn" | "endsOn">;
type WorkingDays = Pick<Calendar, "addWorkingDays" | "isWorkingDay">;

/** Why the days cannot be those of a 公示. */
export type DayProblem =
  | { kind: "reversed" }
  /** It begins before the list was approved. */
  | { kind: "beforeApproval"; approvedOn: CivilDate }
  /** Over before it was begun. */
  | { kind: "past" }
  /** Shorter than ruled; `last`: the earliest last day. */
  | { kind: "short"; last: CivilDate };

/** The first thing that is wrong with the days; undefined if nothing is. */
export function dayProblem(
  { beginsOn, endsOn }: Days,
  { period, calendar, approvedOn, today }: NoticeRules,
): DayProblem | undefined {
  if (endsOn < beginsOn) return { kind: "reversed" };
  if (beginsOn < approvedOn) return { kind: "beforeApproval", approvedOn };
  if (endsOn < today) return { kind: "past" };
  const last = lastNoticeDay(calendar, period, beginsOn);
  return endsOn < last ? { kind: "short", last } : undefined;
}

export interface NoticeRules {
  period: NoticePeriod;
  calendar: WorkingDays;
  approvedOn: CivilDate;
  today: CivilDate;
}

/** Of the two days those that are not worked: warned of, never refused. */
export const restDays = ({ beginsOn, endsOn }: Days, calendar: Pick<Calendar, "isWorkingDay">): CivilDate[] =>
  [...new Set([beginsOn, endsOn])].filter((day) => !calendar.isWorkingDay(day));

/** @param selection newest version */
export function phaseOf(
  { version, beginsOn, endsOn }: Days & Pick<PublicNotice, "version">,
  selection: Pick<Selection, "version" | "state"> | undefined,
  today: CivilDate,
): NoticePhase {
  if (today > endsOn && selection?.version === version && selection.state === "published") return "over";
  if (selection?.version !== version || selection.state !== "approved") return "stopped";
  if (today > endsOn) return "over";
  return today < beginsOn ? "coming" : "running";
}

/**
 * First day on which the approved version can be published; undefined: at once.
 * @param notice of the version; undefined: none has begun, it could begin today
 */
export function firstDayOf(
  period: NoticePeriod,
  { notice, calendar, today }: { notice: Days | undefined; calendar: WorkingDays; today: CivilDate },
): CivilDate | undefined {
  if (period.days === 0) return undefined;
  const ruled = lastNoticeDay(calendar, period, notice?.beginsOn ?? today);
  return addDays(notice && notice.endsOn > ruled ? notice.endsOn : ruled, 1);
}

/** The last day that the ruling now asks for, if the notice ends before it. */
export function missingUntil(
  period: NoticePeriod,
  { beginsOn, endsOn }: Days,
  calendar: WorkingDays,
): CivilDate | undefined {
  if (period.days === 0) return undefined;
  const ruled = lastNoticeDay(calendar, period, beginsOn);
  return endsOn < ruled ? ruled : undefined;
}
