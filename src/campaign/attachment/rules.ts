import { scopeOf } from "../definition/capabilities.ts";
import type { Definition } from "../definition/definition.ts";
import type { Member } from "../directory/member.ts";

/**
 * Who may see an attachment: officers of its district at any time; who oversees everything, once the district has
 * reported the case; the city's own, all of them.
 */
export function maySeeAttachment(
  definition: Definition,
  member: Member,
  { district, reported }: { district: string | null; reported: boolean },
): boolean {
  return member.roles.some(({ role, district: own }) => {
    const scope = scopeOf(definition, role, "application.see");
    if (scope === "all") return reported || district === null;
    return scope === "own" && district !== null && own === district;
  });
}
