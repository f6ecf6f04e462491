import { scopeOf } from "../definition/capabilities.ts";
import type { Definition } from "../definition/definition.ts";
import { districtsWithin } from "../definition/districts.ts";
import type { Capability } from "../definition/schema/roles.ts";
import { confers, type Member } from "./member.ts";

/** Districts visible to a person: all, or a list of ids. */
export type DistrictScope = "all" | readonly string[];

/**
 * Widest scope of the capability over all roles; sites are not assigned before 核验. For reading, the scope includes the
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
