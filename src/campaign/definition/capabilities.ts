import type { Definition } from "./definition.ts";
import type { Capability, Role, Scope } from "./schema/roles.ts";

/** Scope of the capability for the role; undefined: not granted. */
export const scopeOf = (definition: Definition, role: Role, capability: Capability): Scope | undefined =>
  definition.campaign.roles.find(({ id }) => id === role)?.may[capability];

/** True if the role has the capability in any scope. */
export const mayUse = (definition: Definition, role: Role, capability: Capability): boolean =>
  scopeOf(definition, role, capability) !== undefined;
