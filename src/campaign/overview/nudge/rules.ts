import type { StaffId } from "../../../shared/brand.ts";
import { type CivilDate, dayOf, momentOf } from "../../../shared/civil-date.ts";
import type { Calendar } from "../../definition/calendar.ts";
import { hasRoom, isToldOn, levelOf, type Reminder, remindable } from "../../reminder/due.ts";
import type { CampaignState } from "../../tasks/campaign-state.ts";
import type { Task } from "../../tasks/task.ts";
import { isPressing, type Outstanding, outstandingIn, type Seen } from "./outstanding.ts";

/** What is to be nudged. Empty: all that is pressing. */
export interface Named {
  districts?: readonly string[];
  deliverable?: string;
}

/** Why somebody who owes something is not nudged. */
export type HeldBy =
  | { why: "agreed"; until: CivilDate }
  | { why: "extended"; until: CivilDate }
  | { why: "toldToday" | "weekFull" | "nobody" };

export interface Nudges {
  /** Whoever gets a card now, one each, with what it is about. */
  to: readonly { reminder: Reminder; about: readonly Outstanding[] }[];
  held: readonly (HeldBy & { about: Outstanding; persons: readonly StaffId[] })[];
}

/**
 * Who is nudged: only those who still owe it, were not given time, did not say when, and were not reminded today; at
 * most two messages a week outside the last three working days.
 */
export function nudgesFor(state: CampaignState, seen: Seen, named: Named): Nudges {
  const lines = outstandingIn(state, seen).filter((one) => isNamed(one, named));
  const settled = lines.flatMap((about) => {
    const by = settledBy(about, dayOf(seen.now));
    return by ? [{ ...by, about, persons: about.persons }] : [];
  });
  const left = lines.filter((one) => settledBy(one, dayOf(seen.now)) === undefined);
  const tasks = remindable(state, seen.now);
  const byPerson = [...new Set(left.flatMap(({ persons }) => persons))].map((person) => {
    const about = left.filter(({ persons }) => persons.includes(person));
    return { person, about, tasks: tasks.filter((task) => task.person === person && isAbout(about, task)) };
  });
  const full = byPerson.flatMap((one) => {
    const why = limitOf(state, one, seen);
    return why ? one.about.map((about) => ({ why, about, persons: [one.person] })) : [];
  });
  const to = byPerson
    .filter((one) => limitOf(state, one, seen) === undefined)
    .map(({ person, about, tasks: own }) => ({
      reminder: { person, level: levelOf(state, own, seen.now), tasks: own },
      about,
    }));
  return { to, held: [...settled, ...together(full)] };
}

const isNamed = (one: Outstanding, { districts, deliverable }: Named): boolean =>
  (districts === undefined || districts.includes(one.district)) &&
  (deliverable === undefined || deliverable === one.deliverable) &&
  (districts !== undefined || deliverable !== undefined || isPressing(one));

function settledBy({ agreedUntil, extendedTo, persons }: Outstanding, today: CivilDate): HeldBy | undefined {
  if (agreedUntil !== undefined && agreedUntil >= today) return { why: "agreed", until: agreedUntil };
  if (extendedTo !== undefined && extendedTo >= today) return { why: "extended", until: extendedTo };
  return persons.length === 0 ? { why: "nobody" } : undefined;
}

const isAbout = (lines: readonly Outstanding[], { about }: Task): boolean =>
  lines.some(
    ({ district, deliverable, caseId }) =>
      about.district === district && about.deliverable === deliverable && about.caseId === caseId,
  );

function limitOf(
  state: CampaignState,
  { person, tasks }: { person: StaffId; tasks: readonly Task[] },
  seen: Seen,
): "toldToday" | "weekFull" | undefined {
  if (isToldOn(state, person, dayOf(seen.now), seen.told)) return "toldToday";
  return hasRoom(state, person, tasks, seen) ? undefined : "weekFull";
}

type Held = Nudges["held"][number];

/** Colleagues who are held back for the same reason, in one line a thing. */
function together(all: readonly Held[]): Held[] {
  const groups = Map.groupBy(all, ({ why, about }) => `${why} ${about.district} ${about.deliverable} ${about.caseId}`);
  return [...groups.values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, persons: [first, ...others].flatMap(({ persons }) => persons) }] : [],
  );
}

/** Nudges go out at no other time, so that none comes at night or on a day off. */
const FROM = "08:30";
const UNTIL = "18:00";

export function isNudgingTime(calendar: Pick<Calendar, "isWorkingDay">, now: Date): boolean {
  const today = dayOf(now);
  return calendar.isWorkingDay(today) && now >= momentOf(today, FROM) && now < momentOf(today, UNTIL);
}
