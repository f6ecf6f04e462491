import { scopeOf } from "../definition/capabilities.ts";
import type { Definition } from "../definition/definition.ts";
import { districtsWithin } from "../definition/districts.ts";
import type { Capability } from "../definition/schema/roles.ts";
import type { Member } from "./member.ts";

/** The districts a person may see or act for: all of them, or those named by id. */
export type DistrictScope = "all" | readonly string[];

/**
 * How far the person's roles together reach with the capability; sites are not assigned before 核验. Whoever only looks
 * sees the districts below the own one too: they recommend to it.
 */
export function districtScope(definition: Definition, member: Member, capability: Capability): DistrictScope {
  const scopes = member.roles.map(({ role, district }) => ({ scope: scopeOf(definition, role, capability), district }));
  if (scopes.some(({ scope }) => scope === "all")) return "all";
  const own = scopes.flatMap(({ scope, district }) => (scope === "own" && district !== undefined ? [district] : []));
  if (!isLook(capability)) return own;
  return [...new Set([...own, ...own.flatMap((id) => districtsWithin(definition, id).map((below) => below.id))])];
}

const isLook = (capability: Capability): boolean => capability.endsWith(".see") || capability === "export.make";

export const isWithin = (scope: DistrictScope, district: string): boolean =>
  scope === "all" || scope.includes(district);
