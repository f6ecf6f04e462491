import type { StaffId } from "../../shared/brand.ts";
import { memberOf, present, standsInFor } from "../directory/member.ts";
import type { CampaignState } from "./campaign-state.ts";
import type { Task } from "./task.ts";

/** In whose place the person has the turn; empty for the own one. */
export function inPlaceOf(
  { people }: CampaignState,
  person: StaffId,
  { principal, ...wanted }: NonNullable<Task["waitsFor"]> & { principal: StaffId | undefined },
): Pick<Task, "standsInFor"> {
  const member = memberOf(people, person);
  const held = member?.roles.find((one) => one.role === wanted.role && one.district === wanted.district);
  const isOther = principal !== undefined && principal !== person && member && standsInFor(member, wanted, principal);
  const of = isOther ? principal : held?.standsInFor;
  return of === undefined ? {} : { standsInFor: of };
}

/** Those who hold the role in place of the person. */
export const standInsOf = (
  { people }: CampaignState,
  person: StaffId,
  wanted: NonNullable<Task["waitsFor"]>,
): StaffId[] =>
  present(people)
    .filter((member) => member.staffId !== person && standsInFor(member, wanted, person))
    .map(({ staffId }) => staffId);
