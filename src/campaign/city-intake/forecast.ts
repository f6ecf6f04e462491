import { addDays, type CivilDate } from "../../shared/civil-date.ts";
import type { Calendar } from "../definition/calendar.ts";
import { latestNoticeStart, type NoticePeriod } from "../definition/notice-days.ts";

/** How many sites one group can visit on a working day: one in the morning, one in the afternoon. Ours. */
export const SITES_A_DAY = 2;

/** What the forecast rests on. */
export interface Workload {
  today: CivilDate;
  /** First day of the stage that verifies. */
  from: CivilDate;
  /** Last working day on which the list can be published; undefined if no stage publishes. */
  publishedBy: CivilDate | undefined;
  /** Ruled length of 公示; undefined while it is open. */
  notice: NoticePeriod | undefined;
  /** Sites still to be visited. */
  sites: number;
  members: number;
  /** Members a site. */
  perSite: number;
}

/** Whether the visits can be made in time. */
export interface Forecast {
  /** Last working day for visits; the working day after it is for deciding. */
  until: CivilDate;
  /** Working days from today on, or from the stage's first day; both included. */
  days: number;
  /** How many sites can be visited at the same time. */
  groups: number;
  /** Sites that can be visited until then. */
  capacity: number;
  feasible: boolean;
  /** What could give way, each enough by itself; empty where it is feasible. */
  giveWay: readonly GiveWay[];
}

export type GiveWay =
  /** More members, at the same number a site. */
  | { kind: "team"; more: number }
  /** Fewer members a site. */
  | { kind: "perSite"; members: number }
  /** More sites a group and day. */
  | { kind: "sitesADay"; sites: number }
  /** Without 公示, or a shorter one, there are more days. */
  | { kind: "notice"; days: number };

type Days = Pick<Calendar, "addWorkingDays" | "isWorkingDay" | "previousWorkingDay" | "workingDaysFrom">;

/** @returns undefined where there is no day to publish by */
export function forecastOf(calendar: Days, load: Workload): Forecast | undefined {
  const until = lastVisitDay(calendar, load, load.notice);
  if (until === undefined) return undefined;
  const days = daysUntil(calendar, load, until);
  const groups = Math.floor(load.members / load.perSite);
  const capacity = groups * days * SITES_A_DAY;
  const feasible = load.sites <= capacity;
  return {
    ...{ until, days, groups, capacity, feasible },
    giveWay: feasible ? [] : waysOut(calendar, load, days),
  };
}

const daysUntil = (calendar: Days, { today, from }: Workload, until: CivilDate): number =>
  calendar.workingDaysFrom(today > from ? today : from, until);

function lastVisitDay(
  calendar: Days,
  { publishedBy }: Pick<Workload, "publishedBy">,
  notice: NoticePeriod | undefined,
): CivilDate | undefined {
  if (publishedBy === undefined) return undefined;
  const dayBefore = (day: CivilDate) => calendar.previousWorkingDay(addDays(day, -1));
  if (notice === undefined || notice.days === 0) return dayBefore(publishedBy);
  // A 公示 is over at 24:00 of its last day; the list is published on a working day after it.
  return dayBefore(latestNoticeStart(calendar, notice, dayBefore(publishedBy)));
}

function waysOut(calendar: Days, load: Workload, days: number): GiveWay[] {
  const { sites, members, perSite } = load;
  const groups = Math.floor(members / perSite);
  const ways: GiveWay[] = [];
  if (days > 0) {
    const needed = Math.ceil(sites / (days * SITES_A_DAY)) * perSite;
    if (needed > members) ways.push({ kind: "team", more: needed - members });
    const fewer = perSites(perSite).find((each) => Math.floor(members / each) * days * SITES_A_DAY >= sites);
    if (fewer !== undefined) ways.push({ kind: "perSite", members: fewer });
    if (groups > 0) ways.push({ kind: "sitesADay", sites: Math.ceil(sites / (groups * days)) });
  }
  if (load.notice && load.notice.days > 0) {
    const open = lastVisitDay(calendar, load, undefined);
    const most = open === undefined ? 0 : daysUntil(calendar, load, open);
    if (groups * most * SITES_A_DAY >= sites) ways.push({ kind: "notice", days: load.notice.days });
  }
  return ways;
}

const perSites = (perSite: number): number[] => Array.from({ length: perSite - 1 }, (_, at) => perSite - 1 - at);
