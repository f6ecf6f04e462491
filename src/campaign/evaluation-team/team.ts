import type { PersonalRef } from "../../platform/journal/personal-value.ts";
import type { StaffId } from "../../shared/brand.ts";
import type { Authority } from "../authority/authority.ts";

export type TeamRole = "teamLead" | "teamMember";

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
  raisedBy: StaffId;
  raisedAt: Date;
  state: "raised" | "accepted" | "declined";
  decidedBy: StaffId | undefined;
  decidedAt: Date | undefined;
  reason: PersonalRef | undefined;
}
