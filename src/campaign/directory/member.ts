import type { StaffId } from "../../shared/brand.ts";
import type { CivilDate } from "../../shared/civil-date.ts";
import { mayUse } from "../definition/capabilities.ts";
import type { Definition } from "../definition/definition.ts";
import type { Capability, Role } from "../definition/schema/roles.ts";

/** One role of one person in a campaign, from a day to a day, both included. */
export interface Membership {
  staffId: StaffId;
  name: string;
  role: Role;
  district?: string;
  from: CivilDate;
  until?: CivilDate;
  /** The person somebody stands in for. */
  standsInFor?: StaffId;
}

/** A person with a role in one campaign. One person may hold several roles in several districts. */
export interface Member {
  staffId: StaffId;
  name: string;
  roles: readonly { role: Role; district?: string }[];
}

/** Everybody with a role on one day, in the roster's order. */
export type People = readonly Member[];

/** Who has which roles on this day. */
export function peopleOn(memberships: readonly Membership[], day: CivilDate): People {
  const inForce = memberships.filter(({ from, until }) => from <= day && (until === undefined || day <= until));
  return [...Map.groupBy(inForce, ({ staffId }) => staffId)].flatMap(([staffId, [first, ...others]]) => {
    if (!first) return [];
    const roles = [first, ...others].map(({ role, district }) =>
      district === undefined ? { role } : { role, district },
    );
    return [{ staffId, name: first.name, roles }];
  });
}

/** The person's part in the campaign; undefined for people outside it. */
export const memberOf = (people: People, person: StaffId | undefined): Member | undefined =>
  people.find(({ staffId }) => staffId === person);

/** Whether any of the person's roles may use the capability at all. */
export const mayMember = (definition: Definition, member: Member, capability: Capability): boolean =>
  member.roles.some(({ role }) => mayUse(definition, role, capability));

/** The districts the person works for, by id, in the definition's order. */
export const districtsOf = (definition: Definition, member: Member): readonly string[] =>
  definition.campaign.districts
    .map(({ id }) => id)
    .filter((id) => member.roles.some(({ district }) => district === id));

/** 经办人 of a district, or of all. */
export const districtOfficers = (people: People, district?: string): { member: Member; district: string }[] =>
  people.flatMap((member) =>
    member.roles.flatMap(({ role, district: own }) =>
      role === "districtOfficer" && own !== undefined && (district ?? own) === own ? [{ member, district: own }] : [],
    ),
  );

export const membersWith = (people: People, role: Role): Member[] =>
  people.filter(({ roles }) => roles.some((held) => held.role === role));

/** Everybody who may use the capability, if only in the own district. */
export const membersWhoMay = (definition: Definition, people: People, capability: Capability): Member[] =>
  people.filter((member) => mayMember(definition, member, capability));
