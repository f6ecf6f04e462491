import type { StaffId } from "../../../shared/brand.ts";
import { addDays, type CivilDate } from "../../../shared/civil-date.ts";
import type { Definition } from "../../definition/definition.ts";
import { districtsOn } from "../../definition/districts.ts";
import type { Role } from "../../definition/schema/roles.ts";
import {
  covers,
  districtOfficers,
  type Member,
  type Membership,
  mayMember,
  membersWith,
  type Period,
  peopleOn,
} from "../../directory/member.ts";

/** What is done to the roster. */
export type Change =
  | { kind: "grant"; membership: Membership }
  /** Ends with yesterday, also what is yet to begin. */
  | { kind: "end"; staffId: StaffId; role: Role; district?: string }
  | { kind: "leave"; staffId: StaffId; period: Period }
  /** Leave that is under way or to come ends with yesterday, and who stands in during it. */
  | { kind: "back"; staffId: StaffId };

/** The roster after the changes. They are in force at once: today is the first day. */
export const applied = (memberships: readonly Membership[], changes: readonly Change[], today: CivilDate) =>
  changes.reduce<readonly Membership[]>((before, change) => appliedOne(before, change, today), memberships);

function appliedOne(before: readonly Membership[], change: Change, today: CivilDate): readonly Membership[] {
  switch (change.kind) {
    case "grant":
      return withGrant(before, change.membership);
    case "end":
      return before.map((one) => {
        const isMeant = one.staffId === change.staffId && one.role === change.role && one.district === change.district;
        return isMeant || standsInForEnded(one, change) ? ended(one, today) : one;
      });
    case "leave":
      return before.map((one) =>
        one.staffId === change.staffId ? { ...one, away: withPeriod(one.away ?? [], change.period) } : one,
      );
    case "back":
      return before.map((one) => {
        if (one.staffId === change.staffId)
          return { ...one, away: (one.away ?? []).map((leave) => over(leave, today)) };
        return one.standsInFor === change.staffId && one.mandate === undefined ? ended(one, today) : one;
      });
  }
}

const isSameRole = (one: Membership, other: Pick<Membership, "staffId" | "role" | "district">): boolean =>
  one.staffId === other.staffId && one.role === other.role && one.district === other.district;

const standsInForEnded = (one: Membership, { staffId, role, district }: Change & { kind: "end" }): boolean =>
  one.standsInFor === staffId && one.role === role && one.district === district;

/** A role that is held without an end is not granted again. */
function withGrant(before: readonly Membership[], membership: Membership): readonly Membership[] {
  const isHeld = before.some(
    (one) => isSameRole(one, membership) && one.until === undefined && one.from <= membership.from,
  );
  if (isHeld) return before;
  const away = before.find(({ staffId }) => staffId === membership.staffId)?.away;
  const granted = away === undefined ? membership : { ...membership, away };
  const at = before.findIndex((one) => isSameRole(one, membership) && one.from === membership.from);
  return at < 0 ? [...before, granted] : before.with(at, granted);
}

/** Past ones stay as they were. */
function ended(membership: Membership, today: CivilDate): Membership {
  const yesterday = addDays(today, -1);
  return membership.until !== undefined && membership.until <= yesterday
    ? membership
    : { ...membership, until: yesterday };
}

/** One leave a first day: a second one replaces it. */
const withPeriod = (periods: readonly Period[], period: Period): readonly Period[] => [
  ...periods.filter(({ from }) => from !== period.from),
  period,
];

const over = (period: Period, today: CivilDate): Period => {
  const yesterday = addDays(today, -1);
  return period.until <= yesterday ? period : { ...period, until: yesterday };
};

/** A duty that must not be without anybody. */
export interface Duty {
  role: Role;
  district?: string;
}

/** Duties nobody attends to on the day, those on leave left out. */
export function unattended(definition: Definition, memberships: readonly Membership[], day: CivilDate): Duty[] {
  const people = peopleOn(memberships, day);
  return [
    ...(["organizer", "approver"] as const)
      .filter((role) => membersWith(people, role).length === 0)
      .map((role) => ({ role })),
    ...districtsOn(definition, day)
      .filter(({ id }) => districtOfficers(people, id).length === 0)
      .map(({ id }) => ({ role: "districtOfficer" as const, district: id })),
  ];
}

/** Today and every later day on which somebody's role or leave begins or has ended. */
export function turningDays(memberships: readonly Membership[], today: CivilDate): CivilDate[] {
  const periods = memberships.flatMap(({ from, until, away = [] }) => [{ from, until }, ...away]);
  const days = periods.flatMap(({ from, until }) => [from, ...(until === undefined ? [] : [addDays(until, 1)])]);
  return [...new Set([today, ...days.filter((day) => day > today)])].toSorted();
}

/** The first duty that the change leaves without anybody, with the day; undefined if there is none. */
export function firstGap(
  definition: Definition,
  { before, after }: { before: readonly Membership[]; after: readonly Membership[] },
  today: CivilDate,
): { day: CivilDate; duty: Duty } | undefined {
  for (const day of turningDays(after, today)) {
    const known = unattended(definition, before, day);
    const duty = unattended(definition, after, day).find(
      (one) => !known.some(({ role, district }) => role === one.role && district === one.district),
    );
    if (duty) return { day, duty };
  }
  return undefined;
}

/** Roles that only an administrator changes. */
const RESERVED: ReadonlySet<Role> = new Set<Role>(["approver", "administrator", "auditor"]);

export const isReserved = (role: Role): boolean => RESERVED.has(role);

/** Why a person may not change a role; undefined if they may. */
export function objection(
  definition: Definition,
  actor: Member,
  { role, staffId, grants }: { role: Role; staffId: StaffId; grants: boolean },
): "notOneself" | "administratorOnly" | "notYours" | undefined {
  if (grants && isReserved(role) && actor.staffId === staffId) return "notOneself";
  if (mayMember(definition, actor, "role.assign")) return undefined;
  if (isReserved(role)) return "administratorOnly";
  return mayMember(definition, actor, "roster.edit") ? undefined : "notYours";
}

/** Roles of one's own, in force on the day or later, without those held for others. */
export const ownRoles = (memberships: readonly Membership[], staffId: StaffId, day: CivilDate): Membership[] =>
  memberships.filter(
    (one) => one.staffId === staffId && one.standsInFor === undefined && (one.until === undefined || one.until >= day),
  );

/** Who else holds the role on the day and is not on leave, in the roster's order. */
export const holdersBeside = (
  memberships: readonly Membership[],
  { staffId, role, district }: Pick<Membership, "staffId" | "role" | "district">,
  day: CivilDate,
): Member[] =>
  membersWith(peopleOn(memberships, day), role).filter(
    (member) =>
      member.staffId !== staffId && member.roles.some((held) => held.role === role && held.district === district),
  );

/**
 * The memberships by which one person stands in for another over a period: each role of the other that the person does
 * not hold anyway.
 */
export function standInChanges(
  memberships: readonly Membership[],
  { principal, standIn, period, mandate }: StandIn,
  roles: readonly Membership[],
): Change[] {
  return roles
    .filter(
      ({ role, district }) =>
        !memberships.some(
          (one) =>
            one.staffId === standIn.staffId &&
            one.role === role &&
            one.district === district &&
            one.standsInFor === undefined &&
            covers(one, period.from) &&
            covers(one, period.until),
        ),
    )
    .map(({ role, district, position }) => ({
      kind: "grant",
      membership: {
        ...standIn,
        role,
        ...(position === undefined ? {} : { position }),
        ...(district === undefined ? {} : { district }),
        ...period,
        standsInFor: principal,
        ...(mandate === undefined ? {} : { mandate }),
      },
    }));
}

export interface StandIn {
  principal: StaffId;
  standIn: { staffId: StaffId; name: string };
  period: Period;
  mandate?: unknown;
}
