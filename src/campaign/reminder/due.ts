import type { StaffId } from "../../shared/brand.ts";
import { addDays, type CivilDate, dayOf, momentOf, weekdayOf } from "../../shared/civil-date.ts";
import { deadlineOf, latenessOf, stageOpening } from "../definition/deadlines.ts";
import { deadlineContext } from "../definition/running-campaign.ts";
import { memberOf } from "../directory/member.ts";
import { COUNTED_WORKING_DAYS, isOwed } from "../stage/rules.ts";
import type { CampaignState } from "../tasks/campaign-state.ts";
import { owed } from "../tasks/rules.ts";
import { isOwn, type Task, type TaskKind } from "../tasks/task.ts";
import { type Dated, rungDays, weekOf } from "./rungs.ts";

/** Reminders go out from then on, on working days. */
export const REMINDER_TIME = "09:00";
/** After downtime none goes out later in the day; the next working day makes up for it. */
const LAST_TIME = "18:00";
/** Outside the last three working days, with the cards that open a stage. */
export const MOST_A_WEEK = 2;

/** What people are reminded of; the organizers see theirs on 今日待办. */
const REMINDED: readonly TaskKind[] = [
  ...(["application.begin", "application.finish", "review.score", "review.finalize"] as const),
  ...(["list.submit", "return.correct", "team.decide", "verification.score", "selection.decide"] as const),
  ...(["report.submit", "report.revise"] as const),
];

/** Until when a district said that it would hand something in. */
export interface Agreed {
  deliverable: string;
  district: string;
  until: CivilDate;
}

/** The day on which the organizer last telephoned a district about something. */
export interface Called {
  deliverable: string;
  district: string;
  on: CivilDate;
}

/** What is known besides the state. */
export interface Known {
  now: Date;
  /** Days on which each person was reminded, ascending. */
  told: ReadonlyMap<StaffId, readonly CivilDate[]>;
  /** In force: the last for each deliverable and district. */
  agreed?: readonly Agreed[];
  /** Rungs of earlier days are not made up for: nobody reminded of these things then. Left out: all are. */
  since?: CivilDate;
}

export interface Reminder {
  person: StaffId;
  /** 提醒, or 催办 where something is late. */
  level: "remind" | "urge";
  /** All that the person owes by a day, the most urgent first. */
  tasks: readonly Task[];
}

/**
 * Who is to be reminded now, of what: at most one message a person and working day, between 09:00 and 18:00, however much
 * it is. A rung that was missed is made up for on the next working day; of several missed ones only the last counts.
 */
export function remindersDue(state: CampaignState, known: Known): Reminder[] {
  const { now } = known;
  const today = dayOf(now);
  const { calendar, closedAt } = state.campaign;
  if (closedAt || !calendar.isWorkingDay(today)) return [];
  if (now < momentOf(today, REMINDER_TIME) || now >= momentOf(today, LAST_TIME)) return [];
  const byPerson = Map.groupBy(remindable(state, now), ({ person }) => person);
  return [...byPerson].flatMap(([person, all]) => {
    const tasks = all.filter((task) => !isAgreed(known, task, today));
    return isDue(state, person, tasks, known) ? [{ person, level: levelOf(state, tasks, now), tasks }] : [];
  });
}

/** What each person owes by a day, and what begins only later but has its first reminder by now. */
export function remindable(state: CampaignState, now: Date): Task[] {
  const today = dayOf(now);
  return owed(state, momentOf(addDays(today, DAYS_AHEAD))).filter((task) => {
    if (!isOwn(task) || task.dueAt === undefined || !REMINDED.includes(task.what)) return false;
    const [first] = rungsOf(state, task, today);
    if (task.since <= now) return true;
    return task.about.deliverable !== undefined && first !== undefined && momentOf(first, REMINDER_TIME) <= now;
  });
}

/** Further ahead than the first rung of anything that has not begun. */
const DAYS_AHEAD = 21;

/** A deliverable's day as it stands for the district; any other task's is that of `dueAt`. */
export function datedOf({ campaign, rulings }: CampaignState, { about, dueAt }: Task): Dated {
  const { deliverable, district } = about;
  if (deliverable !== undefined) return deadlineOf(deadlineContext(campaign, rulings, district), deliverable);
  const lateFrom = dueAt ?? new Date(0);
  const effectiveOn = campaign.calendar.previousWorkingDay(addDays(dayOf(lateFrom), -1));
  return { effectiveOn, lateFrom, binding: true };
}

const rungsOf = (state: CampaignState, task: Task, until: CivilDate): CivilDate[] =>
  rungDays(state.campaign.calendar, datedOf(state, task), until);

/** A message on the day: a reminder, or the card that opened a stage. */
export const isToldOn = (state: CampaignState, person: StaffId, day: CivilDate, told: Known["told"]): boolean =>
  (told.get(person) ?? []).includes(day) || isOpeningCardOf(state, person, day);

function isDue(state: CampaignState, person: StaffId, tasks: readonly Task[], known: Known): boolean {
  const today = dayOf(known.now);
  if (tasks.length === 0 || isToldOn(state, person, today, known.told)) return false;
  const last = known.told.get(person)?.at(-1);
  const isWaiting = tasks.some((task) => {
    const [rung] = [...rungsOf(state, task, today), ...afterAgreed(state, task, known)].sort(latestFirst);
    if (rung === undefined || rung < (known.since ?? rung)) return false;
    return isNews(state, task, rung, known.now) && (last === undefined || last < rung);
  });
  return isWaiting && hasRoom(state, person, tasks, known);
}

/** Two messages a week, and any number in the last three working days before the day of one of the tasks. */
export function hasRoom(
  state: CampaignState,
  person: StaffId,
  tasks: readonly Task[],
  { now, told: all }: Pick<Known, "now" | "told">,
): boolean {
  const today = dayOf(now);
  const told = all.get(person) ?? [];
  return isLastDays(state, tasks, today) || messagesInWeek(state, person, { told, today }) < MOST_A_WEEK;
}

const latestFirst = (one: CivilDate, other: CivilDate): number => other.localeCompare(one);

/** Not before the campaign's start, nor on the day whose card said that it is asked for. */
function isNews({ campaign }: CampaignState, { since }: Task, rung: CivilDate, now: Date): boolean {
  if (momentOf(rung, REMINDER_TIME) < campaign.startedAt) return false;
  return since > now || rung > dayOf(since);
}

export const agreedFor = ({ agreed = [] }: Pick<Known, "agreed">, { about }: Task): Agreed | undefined =>
  agreed.find(({ deliverable, district }) => deliverable === about.deliverable && district === about.district);

const isAgreed = (known: Known, task: Task, today: CivilDate): boolean =>
  (agreedFor(known, task)?.until ?? "") >= today;

/** The working day after the agreed one, as a rung of its own. */
function afterAgreed({ campaign }: CampaignState, task: Task, known: Known): CivilDate[] {
  const one = agreedFor(known, task);
  const day = one && campaign.calendar.nextWorkingDay(addDays(one.until, 1));
  return day !== undefined && day <= dayOf(known.now) ? [day] : [];
}

/** The card that opens a stage says what is owed, on the same morning. */
function isOpeningCardOf(state: CampaignState, person: StaffId, day: CivilDate): boolean {
  const isOfficer = memberOf(state.people, person)?.roles.some(({ role }) => role === "districtOfficer") ?? false;
  return isOfficer && openingDays(state).includes(day);
}

const openingDays = ({ campaign, rulings }: CampaignState): CivilDate[] =>
  campaign.definition.campaign.stages.map((stage) => dayOf(stageOpening(deadlineContext(campaign, rulings), stage)));

const isLastDays = (state: CampaignState, tasks: readonly Task[], today: CivilDate): boolean =>
  tasks.some((task) => isInLastDays(state, datedOf(state, task), today));

/** Within the last three working days before the day, that day included. */
const isInLastDays = ({ campaign }: CampaignState, { effectiveOn }: Dated, day: CivilDate): boolean =>
  day <= effectiveOn && campaign.calendar.workingDaysFrom(day, effectiveOn) <= COUNTED_WORKING_DAYS;

/** Messages of this week, without those of the last days before what the person's districts owe. */
function messagesInWeek(
  state: CampaignState,
  person: StaffId,
  { told, today }: { told: readonly CivilDate[]; today: CivilDate },
): number {
  const { from } = weekOf(today, weekdayOf(today));
  const opened = openingDays(state).filter((day) => isOpeningCardOf(state, person, day));
  const dated = datesOf(state, person);
  return [...told, ...opened].filter(
    (day) => day >= from && day <= today && !dated.some((one) => isInLastDays(state, one, day)),
  ).length;
}

/** Days of all that the person's districts owe in the campaign. */
function datesOf({ campaign, rulings, people }: CampaignState, person: StaffId): Dated[] {
  const districts = (memberOf(people, person)?.roles ?? []).flatMap(({ district }) => district ?? []);
  return campaign.definition.campaign.deliverables
    .filter(isOwed)
    .flatMap(({ id }) => districts.map((district) => deadlineOf(deadlineContext(campaign, rulings, district), id)));
}

/** 催办 where what comes now is late. */
export const levelOf = (state: CampaignState, tasks: readonly Task[], now: Date): Reminder["level"] =>
  tasks.some((task) => isLateNow(state, task, now)) ? "urge" : "remind";

export const isLateNow = (state: CampaignState, task: Task, now: Date): boolean => {
  const { binding, lateFrom } = datedOf(state, task);
  return latenessOf({ binding, hardClosesAt: lateFrom, lateFrom }, now) === "late";
};

/** Working days by which it is late, today included; 0: in time. */
export function workingDaysLate(state: CampaignState, task: Task, now: Date): number {
  const { lateFrom } = datedOf(state, task);
  return isLateNow(state, task, now) ? state.campaign.calendar.workingDaysFrom(dayOf(lateFrom), dayOf(now)) : 0;
}
