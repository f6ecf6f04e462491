import type { People } from "../directory/member.ts";
import { isTeamRole, type TeamMember } from "./team.ts";

/** What is to become of the team, by member ids. */
export interface TeamChange {
  lead?: string | undefined;
  /** Everybody beside the lead; left out: as they are. */
  members?: readonly string[] | undefined;
  added: readonly string[];
  removed: readonly string[];
}

/**
 * The team after the change, the lead first, everybody once. Who was lead before and is not named otherwise stays a
 * member.
 * @param current ids, the lead first; empty before there is a team
 * @returns undefined without a lead
 */
export function teamAfter(current: readonly string[], change: TeamChange): readonly string[] | undefined {
  const { members, added, removed } = change;
  const kept = current.filter((id) => !removed.includes(id));
  const lead = change.lead ?? kept.find((id) => id === current[0]);
  if (lead === undefined) return undefined;
  const others = [...(members ?? kept), ...added].filter((id) => id !== lead && !removed.includes(id));
  return [...new Set([lead, ...others])];
}

/** Members of the organisation who hold no role of the team any more. Outside it there is no roster to be taken off. */
export const leaversOf = (members: readonly TeamMember[], people: People): TeamMember[] =>
  members.filter(
    ({ staffId }) =>
      staffId !== undefined &&
      !people.some(
        (one) =>
          one.staffId === staffId &&
          one.roles.some(({ role, standsInFor }) => isTeamRole(role) && standsInFor === undefined),
      ),
  );

/** Whether both are the same people under the same lead. */
export const isSameTeam = (one: readonly string[], other: readonly string[]): boolean =>
  one[0] === other[0] && one.length === other.length && one.every((id) => other.includes(id));
