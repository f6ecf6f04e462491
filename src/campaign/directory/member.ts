import type { StaffId } from "../../shared/brand.ts";
import type { CivilDate } from "../../shared/civil-date.ts";
import { mayUse } from "../definition/capabilities.ts";
import type { Definition } from "../definition/definition.ts";
import { APPROVING, type Capability, type Role } from "../definition/schema/roles.ts";

/** Days, both inclusive; none where `until` is before `from`. */
export interface Period {
  from: CivilDate;
  until: CivilDate;
}

/** A role of a person in a campaign, from a day to a day, inclusive. */
export interface Membership {
  staffId: StaffId;
  name: string;
  role: Role;
  district?: string;
  from: CivilDate;
  until?: CivilDate;
  /** The person being substituted. */
  standsInFor?: StaffId;
  /** 授权 of a stand-in, as stored. */
  mandate?: unknown;
  /** 休假 of the person. */
  away?: readonly Period[];
  /** Application ids of the sites that the person verifies. */
  sites?: readonly string[];
  /** Order of the list; default 0. */
  position?: number;
}

/** A role held on a day. */
export interface HeldRole {
  role: Role;
  district?: string;
  /** Held only in place of this person. */
  standsInFor?: StaffId;
  /** Everybody in whose place it is held, beside one's own or for several. */
  principals?: readonly StaffId[];
  /** 代填: held while doing steps for the district, beside who answers for it; never for approving. */
  onBehalf?: true;
}

/** A person with roles in one campaign, possibly in several districts. */
export interface Member {
  staffId: StaffId;
  name: string;
  roles: readonly HeldRole[];
  /** Application ids of the sites assigned for 核验; left out: none. */
  sites?: readonly string[];
  /** 休假: keeps the roles, but gets no cards, reminders and tasks. */
  away?: true;
}

/** Members on one day, in the roster's order. */
export type People = readonly Member[];

export const covers = ({ from, until }: Pick<Membership, "from" | "until">, day: CivilDate): boolean =>
  from <= day && (until === undefined || day <= until);

/** Of each list of memberships the people of the day that was asked last: every card asks for those of today. */
const lastAsked = new WeakMap<readonly Membership[], { day: CivilDate; people: People }>();

/** @param memberships never changed in place */
export function peopleOn(memberships: readonly Membership[], day: CivilDate): People {
  const known = lastAsked.get(memberships);
  if (known?.day === day) return known.people;
  const people = peopleAmong(memberships, day);
  lastAsked.set(memberships, { day, people });
  return people;
}

function peopleAmong(memberships: readonly Membership[], day: CivilDate): People {
  const inForce = memberships.filter((one) => covers(one, day));
  return [...Map.groupBy(inForce, ({ staffId }) => staffId)].flatMap(([staffId, [first, ...others]]) => {
    if (!first) return [];
    const isAway = first.away?.some((period) => covers(period, day));
    const { name, sites } = first;
    const roles = distinctRoles([first, ...others]);
    return [{ staffId, name, roles, ...(sites ? { sites } : {}), ...(isAway ? { away: true } : {}) }];
  });
}

/** Each role once; one's own goes before the same one held for somebody else. */
function distinctRoles(memberships: readonly Membership[]): HeldRole[] {
  const isSame = (one: Membership, other: Membership) => one.role === other.role && one.district === other.district;
  return memberships.flatMap((one, at): HeldRole[] => {
    if (memberships.findIndex((other) => isSame(one, other)) !== at) return [];
    const { role, district } = one;
    const same = memberships.filter((other) => isSame(one, other));
    const principal = same.every((other) => other.standsInFor !== undefined) ? one.standsInFor : undefined;
    const principals = [...new Set(same.flatMap(({ standsInFor }) => standsInFor ?? []))];
    return [
      {
        role,
        ...(district === undefined ? {} : { district }),
        ...(principal === undefined ? {} : { standsInFor: principal }),
        ...(principals.some((id) => id !== principal) ? { principals } : {}),
      },
    ];
  });
}

/** In whose place the role is held. */
export const principalsOf = ({ standsInFor, principals }: HeldRole): readonly StaffId[] =>
  principals ?? (standsInFor === undefined ? [] : [standsInFor]);

/** Whether the member holds the role in place of the person. */
export const standsInFor = ({ roles }: Member, wanted: Pick<HeldRole, "role" | "district">, person: StaffId): boolean =>
  roles.some(
    (held) => held.role === wanted.role && held.district === wanted.district && principalsOf(held).includes(person),
  );

/** Whether the case is one of the sites that the person verifies. */
export const isAssigned = ({ sites = [] }: Pick<Member, "sites">, caseId: string): boolean => sites.includes(caseId);

/** Undefined for people outside the campaign. */
export const memberOf = (people: People, person: StaffId | undefined): Member | undefined =>
  people.find(({ staffId }) => staffId === person);

/** True if any of the person's roles has the capability. */
export const mayMember = (definition: Definition, member: Member, capability: Capability): boolean =>
  member.roles.some((held) => confers(held, capability) && mayUse(definition, held.role, capability));

/** What a role held on behalf never gives: decisions on the work of others. */
export const confers = ({ onBehalf }: HeldRole, capability: Capability): boolean =>
  !onBehalf || !APPROVING.includes(capability);

/** Ids of the person's own districts, in the definition's order. */
export const districtsOf = (definition: Definition, member: Member): readonly string[] =>
  definition.campaign.districts
    .map(({ id }) => id)
    .filter((id) => member.roles.some(({ district }) => district === id));

/** Those who are not on leave. */
export const present = (people: People): People => people.filter(({ away }) => !away);

/** 经办人 of one district, or of all, without those on leave. */
export const districtOfficers = (people: People, district?: string): { member: Member; district: string }[] =>
  present(people).flatMap((member) =>
    member.roles.flatMap(({ role, district: own, onBehalf }) =>
      role === "districtOfficer" && !onBehalf && own !== undefined && (district ?? own) === own
        ? [{ member, district: own }]
        : [],
    ),
  );

/** Without those on leave. */
export const membersWith = (people: People, role: Role): Member[] =>
  present(people).filter(({ roles }) => roles.some((held) => held.role === role));

/** Members with the capability, in any scope, without those on leave. */
export const membersWhoMay = (definition: Definition, people: People, capability: Capability): Member[] =>
  present(people).filter((member) => mayMember(definition, member, capability));
