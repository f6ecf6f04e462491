import { reckonedOnce } from "../../shared/reckoned-once.ts";
import type { Definition } from "./definition.ts";
import type { Capability, Role, Scope } from "./schema/roles.ts";

/** Scope of the capability for the role; undefined: not granted. */
export const scopeOf = (definition: Definition, role: Role, capability: Capability): Scope | undefined =>
  byRole(definition.campaign.roles).get(role)?.[capability];

const byRole = reckonedOnce(
  (roles: Definition["campaign"]["roles"]) => new Map(roles.toReversed().map(({ id, may }) => [id, may])),
);

/** True if the role has the capability in any scope. */
export const mayUse = (definition: Definition, role: Role, capability: Capability): boolean =>
  scopeOf(definition, role, capability) !== undefined;
