import { scopeOf } from "../definition/capabilities.ts";
import type { Definition } from "../definition/definition.ts";
import type { Capability } from "../definition/schema/roles.ts";
import type { Member } from "./member.ts";

/** The districts a person may see or act for: all of them, or those named by id. */
export type DistrictScope = "all" | readonly string[];

/** How far the person's roles together reach with the capability; sites are not assigned before 核验. */
export function districtScope(definition: Definition, member: Member, capability: Capability): DistrictScope {
  const scopes = member.roles.map(({ role, district }) => ({ scope: scopeOf(definition, role, capability), district }));
  if (scopes.some(({ scope }) => scope === "all")) return "all";
  return scopes.flatMap(({ scope, district }) => (scope === "own" && district !== undefined ? [district] : []));
}

export const isWithin = (scope: DistrictScope, district: string): boolean =>
  scope === "all" || scope.includes(district);
