import type { Definition } from "./definition.ts";
import type { Capability, Role, Scope } from "./schema/roles.ts";

/** How far the role's use of the capability reaches; undefined when it has none. */
export const scopeOf = (definition: Definition, role: Role, capability: Capability): Scope | undefined =>
  definition.campaign.roles.find(({ id }) => id === role)?.may[capability];

/** Whether the role may use the capability at all, if only in its own district or at its own sites. */
export const mayUse = (definition: Definition, role: Role, capability: Capability): boolean =>
  scopeOf(definition, role, capability) !== undefined;
