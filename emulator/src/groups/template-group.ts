import { PlatformError } from "../platform/errors.ts";
import type { App, Group } from "../world/records.ts";
import type { World } from "../world/world.ts";

interface Deps {
  world: World;
}

type TemplateGroup = Group & Required<Pick<Group, "template">>;

/** Why a call is denied: these calls work only on groups the app made from a template. */
export type GroupDenial = "cidEncryptError" | "groupPermissionDenied" | "groupTemplatePermissionDenied";

export function templateGroup({ world }: Deps, app: App, conversationId: string): TemplateGroup | GroupDenial {
  const group = world.groups.get(conversationId);
  if (group === undefined) return "cidEncryptError";
  const { template } = group;
  if (template === undefined) return "groupPermissionDenied";
  return template.clientId === app.clientId ? { ...group, template } : "groupTemplatePermissionDenied";
}

/** @throws PlatformError with this code, otherwise with the code of the denial */
export function requireTemplateGroup(deps: Deps, app: App, wanted: { id: string; code?: string }): TemplateGroup {
  const found = templateGroup(deps, app, wanted.id);
  if (typeof found === "string") throw new PlatformError(400, wanted.code ?? found, found);
  return found;
}
