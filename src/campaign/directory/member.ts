import { type StaffId, staffId } from "../../shared/brand.ts";
import { mayUse } from "../definition/capabilities.ts";
import type { Definition } from "../definition/definition.ts";
import type { Capability, Role } from "../definition/schema/roles.ts";

/** A person with a role in one campaign. One person may hold several roles in several districts. */
export interface Member {
  staffId: StaffId;
  name: string;
  roles: readonly { role: Role; district?: string }[];
}

/** Whether any of the person's roles may use the capability at all. */
export const mayMember = (definition: Definition, member: Member, capability: Capability): boolean =>
  member.roles.some(({ role }) => mayUse(definition, role, capability));

/** The districts the person works for, by id, in the definition's order. */
export const districtsOf = (definition: Definition, member: Member): readonly string[] =>
  definition.campaign.districts
    .map(({ id }) => id)
    .filter((id) => member.roles.some(({ district }) => district === id));

/** Everybody with a role, in the roster's order. */
export const membersOf = (definition: Definition): Member[] =>
  definition.roster.people.filter(({ roles }) => roles.length > 0).map(memberOfEntry);

/** The person's part in the campaign; undefined for people outside it. */
export function memberOf(definition: Definition, person: StaffId): Member | undefined {
  const entry = definition.roster.people.find(({ id }) => id === person);
  return entry && entry.roles.length > 0 ? memberOfEntry(entry) : undefined;
}

const memberOfEntry = ({ id, name, roles }: Definition["roster"]["people"][number]): Member => ({
  staffId: staffId(id),
  name,
  roles: roles.map(({ role, district }) => (district === undefined ? { role } : { role, district })),
});

/** 经办人 of a district, or of all. */
export const districtOfficers = (definition: Definition, district?: string): { member: Member; district: string }[] =>
  membersOf(definition).flatMap((member) =>
    member.roles.flatMap(({ role, district: own }) =>
      role === "districtOfficer" && own !== undefined && (district ?? own) === own ? [{ member, district: own }] : [],
    ),
  );

export const membersWith = (definition: Definition, role: Role): Member[] =>
  membersOf(definition).filter(({ roles }) => roles.some((held) => held.role === role));
