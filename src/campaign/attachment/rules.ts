import { scopeOf } from "../definition/capabilities.ts";
import type { Definition } from "../definition/definition.ts";
import type { Member } from "../directory/member.ts";
import { reachesSite } from "../directory/scope.ts";

/**
 * Who may see an attachment: officers of its district at any time; who oversees everything, and who is assigned to the
 * case for 核验, once the district has reported it; the city's own, all who oversee everything.
 */
export function maySeeAttachment(
  definition: Definition,
  member: Member,
  { district, reported, caseId }: { district: string | null; reported: boolean; caseId: string | null },
): boolean {
  const isSite = caseId !== null && reachesSite(definition, member, { capability: "application.see", caseId });
  if (isSite && reported) return true;
  return member.roles.some(({ role, district: own }) => {
    const scope = scopeOf(definition, role, "application.see");
    if (scope === "all") return reported || district === null;
    return scope === "own" && district !== null && own === district;
  });
}
