import { scopeOf } from "../definition/capabilities.ts";
import type { Definition } from "../definition/definition.ts";
import { districtsWithin } from "../definition/districts.ts";
import type { Capability } from "../definition/schema/roles.ts";
import { confers, isAssigned, type Member } from "./member.ts";

/** Districts visible to a person: all, or a list of ids. */
export type DistrictScope = "all" | readonly string[];

/** Whether the person has the capability at the case as one of the sites assigned to them. */
export const reachesSite = (
  definition: Definition,
  member: Pick<Member, "roles" | "sites">,
  { capability, caseId }: { capability: Capability; caseId: string },
): boolean =>
  isAssigned(member, caseId) && member.roles.some(({ role }) => scopeOf(definition, role, capability) === "assigned");

/**
 * Widest scope of the capability over all roles, without the sites assigned for 核验 ({@link reachesSite}). For reading, the scope includes the
 * lower districts of the own one.
 */
export function districtScope(definition: Definition, member: Member, capability: Capability): DistrictScope {
  const scopes = member.roles
    .filter((held) => confers(held, capability))
    .map(({ role, district }) => ({ scope: scopeOf(definition, role, capability), district }));
  if (scopes.some(({ scope }) => scope === "all")) return "all";
  const own = scopes.flatMap(({ scope, district }) => (scope === "own" && district !== undefined ? [district] : []));
  if (!isLook(capability)) return own;
  return [...new Set([...own, ...own.flatMap((id) => districtsWithin(definition, id).map((below) => below.id))])];
}

const isLook = (capability: Capability): boolean => capability.endsWith(".see") || capability === "export.make";

export const isWithin = (scope: DistrictScope, district: string): boolean =>
  scope === "all" || scope.includes(district);
