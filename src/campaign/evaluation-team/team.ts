import type { PersonalRef } from "../../platform/journal/personal-value.ts";
import type { StaffId } from "../../shared/brand.ts";
import type { Authority } from "../authority/authority.ts";
import { membersWith, type People } from "../directory/member.ts";

export type TeamRole = "teamLead" | "teamMember";

export const isTeamRole = (role: string): role is TeamRole => role === "teamLead" || role === "teamMember";

/** 评选工作组成员 */
export interface TeamMember {
  /** staffId; `outside-1` for a member outside the organisation, who scores on paper. */
  id: string;
  /** Undefined outside the organisation. */
  staffId: StaffId | undefined;
  role: TeamRole;
  name: string;
  /** Where a member outside the organisation comes from. */
  unit?: string;
  /** Since when the person, taken off the roster, is no member of the approved team any more. */
  leftAt?: Date;
}

/** 评选工作组 of one version. */
export interface EvaluationTeam {
  version: number;
  state: "proposed" | "approved" | "returned" | "superseded";
  /** The lead first. */
  members: readonly TeamMember[];
  proposedBy: StaffId;
  proposedAt: Date;
  decidedBy: StaffId | undefined;
  decidedAt: Date | undefined;
  authority: Authority | undefined;
  opinion: PersonalRef | undefined;
}

/** Ids of the members, the lead first. */
export const idsOf = ({ members }: { members: readonly TeamMember[] }): string[] => members.map(({ id }) => id);

/** The version without those who were taken off the roster since. */
export const stillThere = (team: EvaluationTeam): EvaluationTeam => ({
  ...team,
  members: team.members.filter(({ leftAt }) => leftAt === undefined),
});

/** The approved version, and what was proposed or sent back after it. @param versions all of them, oldest first */
export function standingVersions(versions: readonly EvaluationTeam[]): {
  approved: EvaluationTeam | undefined;
  open: EvaluationTeam | undefined;
} {
  const approved = versions.findLast(({ state }) => state === "approved");
  const open = versions.findLast(({ state }) => state === "proposed" || state === "returned");
  return { approved, open: open && open.version > (approved?.version ?? 0) ? open : undefined };
}

/** Whether what waits was proposed in place of a version on which nobody had decided. @param versions oldest first */
export function replacesUndecided(versions: readonly Pick<EvaluationTeam, "state" | "decidedAt">[]): boolean {
  const at = versions.findLastIndex(({ state }) => state === "proposed");
  const before = versions[at - 1];
  return before?.state === "superseded" && before.decidedAt === undefined;
}

/**
 * Ids of those whom a change starts from, the lead first: the version that waits, else the approved one, else who holds
 * the roles.
 * @param versions all of them, oldest first
 */
export function presentTeam(versions: readonly EvaluationTeam[], people: People): readonly string[] {
  const newest = versions.findLast(({ state }) => state !== "superseded");
  if (newest) return idsOf(newest);
  const of = (role: TeamRole) => membersWith(people, role).map(({ staffId }) => staffId);
  return [...new Set([...of("teamLead").slice(0, 1), ...of("teamLead"), ...of("teamMember")])];
}

/** Grounds for 回避 (公务员法 Art. 76); `sameDistrict`: the member works for the district of the case. */
export const RECUSAL_GROUNDS = [
  "ownInterest",
  "residence",
  "relative",
  "formerEmployment",
  "sameDistrict",
  "other",
] as const;
export type RecusalGround = (typeof RECUSAL_GROUNDS)[number];

/** 回避 of a member from a case. */
export interface Recusal {
  /** The application's id. */
  caseId: string;
  memberId: string;
  /** Counts what was raised about this member and case, from 1. */
  number: number;
  ground: RecusalGround;
  facts: PersonalRef | undefined;
  /** `system`: found by the program itself. */
  raisedBy: StaffId | "system";
  raisedAt: Date;
  state: "raised" | "accepted" | "declined" | "reversed";
  decidedBy: StaffId | undefined;
  decidedAt: Date | undefined;
  reason: PersonalRef | undefined;
  /** An accepted one that was taken back (撤销回避). */
  reversed: { at: Date; why: PersonalRef | undefined } | undefined;
}
