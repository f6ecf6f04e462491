import type { StaffId } from "../../shared/brand.ts";
import type { CivilDate } from "../../shared/civil-date.ts";
import { mayUse } from "../definition/capabilities.ts";
import type { Definition } from "../definition/definition.ts";
import type { Capability, Role } from "../definition/schema/roles.ts";

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
}

/** A person with roles in one campaign, possibly in several districts. */
export interface Member {
  staffId: StaffId;
  name: string;
  roles: readonly { role: Role; district?: string }[];
}

/** Members on one day, in the roster's order. */
export type People = readonly Member[];

export function peopleOn(memberships: readonly Membership[], day: CivilDate): People {
  const inForce = memberships.filter(({ from, until }) => from <= day && (until === undefined || day <= until));
  return [...Map.groupBy(inForce, ({ staffId }) => staffId)].flatMap(([staffId, [first, ...others]]) => {
    if (!first) return [];
    const roles = [first, ...others].map(({ role, district }) =>
      district === undefined ? { role } : { role, district },
    );
    const distinct = roles.filter(
      (one, at) => roles.findIndex(({ role, district }) => role === one.role && district === one.district) === at,
    );
    return [{ staffId, name: first.name, roles: distinct }];
  });
}

/** Undefined for people outside the campaign. */
export const memberOf = (people: People, person: StaffId | undefined): Member | undefined =>
  people.find(({ staffId }) => staffId === person);

/** True if any of the person's roles has the capability. */
export const mayMember = (definition: Definition, member: Member, capability: Capability): boolean =>
  member.roles.some(({ role }) => mayUse(definition, role, capability));

/** Ids of the person's own districts, in the definition's order. */
export const districtsOf = (definition: Definition, member: Member): readonly string[] =>
  definition.campaign.districts
    .map(({ id }) => id)
    .filter((id) => member.roles.some(({ district }) => district === id));

/** 经办人 of one district, or of all. */
export const districtOfficers = (people: People, district?: string): { member: Member; district: string }[] =>
  people.flatMap((member) =>
    member.roles.flatMap(({ role, district: own }) =>
      role === "districtOfficer" && own !== undefined && (district ?? own) === own ? [{ member, district: own }] : [],
    ),
  );

export const membersWith = (people: People, role: Role): Member[] =>
  people.filter(({ roles }) => roles.some((held) => held.role === role));

/** Members with the capability, in any scope. */
export const membersWhoMay = (definition: Definition, people: People, capability: Capability): Member[] =>
  people.filter((member) => mayMember(definition, member, capability));
