import type { StaffId } from "../../shared/brand.ts";
import type { Role } from "../definition/schema/roles.ts";
import { membersWith } from "../directory/member.ts";
import type { Context } from "../engine/context.ts";

/** Who decides on a recusal. */
export interface Deciders {
  by: readonly StaffId[];
  role: Role;
}

/**
 * The lead decides; on the lead's own the approver, and where nobody leads but the member. Nobody decides on their own.
 * @param memberId whom the recusal names
 */
export function decidersOf({ people }: Pick<Context, "people">, memberId: string): Deciders {
  const others = (role: Role) =>
    membersWith(people, role).flatMap(({ staffId }) => (staffId === memberId ? [] : [staffId]));
  const member = people.find(({ staffId }) => staffId === memberId);
  const isLead = member?.roles.some(({ role, standsInFor }) => role === "teamLead" && standsInFor === undefined);
  const leads = isLead ? [] : others("teamLead");
  return leads.length > 0 ? { by: leads, role: "teamLead" } : { by: others("approver"), role: "approver" };
}
