import type { StaffId } from "../../shared/brand.ts";
import type { Definition } from "../definition/definition.ts";
import { districtOfficers, type HeldRole, type Member, memberOf, type People } from "./member.ts";
import { districtScope } from "./scope.ts";

/** 代填: somebody does steps of a district for it. */
export interface ActsFor {
  person: StaffId;
  district: string;
}

/** For which district something is done, and who answers for it. */
export interface OnBehalf {
  district: string;
  responsible: StaffId;
}

/** Whether the person may do the steps of districts for them. */
export const mayActForDistricts = (definition: Definition, member: Member): boolean =>
  districtScope(definition, member, "application.fillForDistrict") === "all";

/** Whether the person works for the district, not only on its behalf. */
export const isOfDistrict = ({ roles }: Pick<Member, "roles">, district: string): boolean =>
  roles.some((held) => held.role === "districtOfficer" && held.district === district && !held.onBehalf);

/** The first officer of the district who is not on leave. */
export const responsibleOf = (people: People, district: string): StaffId | undefined =>
  districtOfficers(people, district)[0]?.member.staffId;

/**
 * Who answers for what the person does for the district; they themselves while it has nobody.
 * @returns undefined for who may not, and for who works for the district
 */
export function onBehalfOf(
  definition: Definition,
  people: People,
  { person, district }: ActsFor,
): OnBehalf | undefined {
  const member = memberOf(people, person);
  if (!member || !mayActForDistricts(definition, member) || isOfDistrict(member, district)) return undefined;
  if (!definition.campaign.districts.some(({ id }) => id === district)) return undefined;
  return { district, responsible: responsibleOf(people, district) ?? person };
}

const roleFor = (district: string): HeldRole => ({ role: "districtOfficer", district, onBehalf: true });

/** The people, with the role that one of them holds on behalf of the district. */
export const withActing = (people: People, { person, district }: ActsFor): People =>
  people.map((member) =>
    member.staffId === person ? { ...member, roles: [...member.roles, roleFor(district)] } : member,
  );

/** The person as the district's, without the own roles: nothing is done in both at once. */
export const asOfDistrict = (member: Member, district: string): Member => ({ ...member, roles: [roleFor(district)] });
