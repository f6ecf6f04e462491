import type { StaffId } from "../../../shared/brand.ts";
import { type CivilDate, dayOf, momentOf } from "../../../shared/civil-date.ts";
import { deadlineOf, deliverableById } from "../../definition/deadlines.ts";
import { deadlineContext } from "../../definition/running-campaign.ts";
import type { Receipt } from "../../receipt/store.ts";
import {
  agreedFor,
  type Called,
  datedOf,
  isLateNow,
  type Known,
  remindable,
  workingDaysLate,
} from "../../reminder/due.ts";
import { type Nearness, nearnessOf } from "../../stage/rules.ts";
import type { CampaignState } from "../../tasks/campaign-state.ts";
import { owed } from "../../tasks/rules.ts";
import type { Task, TaskKind } from "../../tasks/task.ts";

/** What districts owe by a day that binds (L15, L17), and corrections: what the city waits for. */
const AWAITED: readonly TaskKind[] = ["list.submit", "report.submit", "return.correct"];

/** Working days before the last one ahead of days off from which that is said. */
const REST_AHEAD = 5;

/** What is known besides the state, as of a moment. */
export interface Seen extends Known {
  /** Reminders of the campaign, oldest first. */
  receipts: readonly Receipt[];
  /** The last call about each deliverable with each district. */
  called?: readonly Called[];
  /** Days late, and days left of corrections and ahead of days off, are counted from this day: a morning's card stands. */
  countedTo: CivilDate;
}

/** One thing that one district owes. */
export interface Outstanding {
  district: string;
  deliverable?: string;
  /** 退回补正 of this case. */
  caseId?: string;
  /** 推荐名单; of a correction the name of its case. */
  name: string;
  /** Its officers, without those on leave; none: nobody can be reminded. */
  persons: readonly StaffId[];
  /** The last day, and the last working day up to it. */
  statedOn: CivilDate;
  effectiveOn: CivilDate;
  near: Nearness;
  isLate: boolean;
  /** Working days up to `countedTo`; 0: in time. */
  daysLate: number;
  /** The last working day lies ahead of days off, and is near. */
  meetsRest: boolean;
  /** Until when the district said that it comes, also if that day is over. */
  agreedUntil?: CivilDate;
  /** When the organizer last telephoned the district about it. */
  calledOn?: CivilDate;
  /** 延期 to this day, also if it is over. */
  extendedTo?: CivilDate;
  /** The last reminder to its officers; `isRead` undefined: it was not asked about yet. */
  told?: { on: CivilDate; isRead?: boolean };
}

/** All that districts owe by a binding day and that has begun, in the order of the days, then of the districts. */
export function outstandingIn(state: CampaignState, seen: Seen): Outstanding[] {
  const { now } = seen;
  const own = remindable(state, now).filter(isAwaited);
  const all = [...own, ...owed(state, now).filter((task) => task.waitsFor !== undefined && isAwaited(task))];
  const binding = all.filter((task) => datedOf(state, task).binding);
  const groups = Map.groupBy(binding, ({ about }) => [about.district, about.deliverable, about.caseId].join("|"));
  const districts = state.campaign.definition.campaign.districts.map(({ id }) => id);
  return [...groups.values()]
    .flatMap((group) => outstandingOf(state, group, { seen, own }))
    .sort(
      (one, other) =>
        one.effectiveOn.localeCompare(other.effectiveOn) ||
        districts.indexOf(one.district) - districts.indexOf(other.district),
    );
}

const isAwaited = ({ what, about }: Task): boolean => AWAITED.includes(what) && about.district !== undefined;

function outstandingOf(
  state: CampaignState,
  group: readonly Task[],
  { seen, own }: { seen: Seen; own: readonly Task[] },
): Outstanding[] {
  const [task] = group;
  if (!task) return [];
  const { campaign, rulings } = state;
  const { calendar, definition } = campaign;
  const { district = "", deliverable, caseId, name = "", until } = task.about;
  const persons = group.filter((one) => own.includes(one)).map(({ person }) => person);
  const deadline =
    deliverable === undefined ? undefined : deadlineOf(deadlineContext(campaign, rulings, district), deliverable);
  const { effectiveOn } = datedOf(state, task);
  const statedOn = deadline?.statedOn ?? until ?? effectiveOn;
  // Of deliverables cards are redrawn for every change of the count.
  const today = deliverable === undefined ? seen.countedTo : dayOf(seen.now);
  const lateAt = deliverable === undefined ? momentOf(seen.countedTo) : seen.now;
  const agreed = agreedFor(seen, task)?.until;
  const calledOn = seen.called?.find((one) => one.deliverable === deliverable && one.district === district)?.on;
  const told = lastTold(seen.receipts, persons);
  return [
    {
      ...{ district, persons, statedOn, effectiveOn },
      ...(deliverable === undefined ? {} : { deliverable }),
      ...(caseId === undefined ? {} : { caseId }),
      name: deliverable === undefined ? name : deliverableById(definition, deliverable).name,
      near: nearnessOf(calendar, today, statedOn),
      isLate: isLateNow(state, task, lateAt),
      daysLate: workingDaysLate(state, task, lateAt) > 0 ? daysLateTo(state, task, seen.countedTo) : 0,
      meetsRest:
        effectiveOn < statedOn &&
        seen.countedTo <= effectiveOn &&
        calendar.workingDaysFrom(seen.countedTo, effectiveOn) <= REST_AHEAD,
      ...(calledOn === undefined ? {} : { calledOn }),
      ...(agreed === undefined ? {} : { agreedUntil: agreed }),
      ...(deadline?.extendedFrom === undefined ? {} : { extendedTo: statedOn }),
      ...(told ? { told } : {}),
    },
  ];
}

const daysLateTo = (state: CampaignState, task: Task, day: CivilDate): number =>
  Math.max(0, state.campaign.calendar.workingDaysFrom(dayOf(datedOf(state, task).lateFrom), day));

/** One of them has read it: it was read. */
function lastTold(receipts: readonly Receipt[], persons: readonly StaffId[]): Outstanding["told"] {
  const theirs = receipts.filter(({ person }) => persons.includes(person));
  const last = theirs.at(-1);
  if (!last) return undefined;
  const on = dayOf(last.sentAt);
  const ofDay = theirs.filter(({ sentAt }) => dayOf(sentAt) === on);
  const isRead = ofDay.some(({ readAt }) => readAt !== undefined);
  return { on, ...(isRead || ofDay.some(({ askedAt }) => askedAt !== undefined) ? { isRead } : {}) };
}

/** Late, near its day or days off, or reminded of and not read: what the organizer looks after today. */
export const isPressing = ({ isLate, near, meetsRest, told }: Outstanding): boolean =>
  isLate || near.kind === "near" || near.kind === "lastDay" || meetsRest || told?.isRead === false;
