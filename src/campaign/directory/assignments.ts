import { journalTable } from "../../platform/journal/journal-table.ts";
import type { Transaction } from "../../platform/storage/database.ts";

export const siteAssignmentTable = journalTable("site_assignment", ["case_id", "member_id", "number"]);

/** Why a member does not verify a case any more. */
export type AssignmentEnd = "reassigned" | "recused" | "left" | "withdrawn";

/** Who verifies which case. */
export interface SiteAssignment {
  /** The application's id. */
  caseId: string;
  /** staffId, or the id of a member outside the organisation. */
  memberId: string;
  /** Counts the assignments of this member to this case, from 1. */
  number: number;
  assignedAt: Date;
  /** Undefined while it is in force. */
  ended: { at: Date; reason: AssignmentEnd } | undefined;
}

/** All assignments of the campaign, also ended ones, in the order in which they were made. */
export async function allAssignments(tx: Transaction, campaignId: string): Promise<SiteAssignment[]> {
  const rows = await tx.siteAssignment.findMany({
    where: { campaignId },
    orderBy: [{ assignedAt: "asc" }, { caseId: "asc" }, { memberId: "asc" }],
  });
  return rows.map(({ caseId, memberId, number, assignedAt, endedAt, endReason }) => ({
    ...{ caseId, memberId, number, assignedAt },
    ended: endedAt === null ? undefined : { at: endedAt, reason: endReason as AssignmentEnd },
  }));
}

/** The assignments in force. */
export const assignmentsInForce = async (tx: Transaction, campaignId: string): Promise<SiteAssignment[]> =>
  (await allAssignments(tx, campaignId)).filter(({ ended }) => ended === undefined);

/** Application ids by member, of the assignments in force. */
export async function sitesByMember(
  tx: Transaction,
  campaignId: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const byMember = Map.groupBy(await assignmentsInForce(tx, campaignId), ({ memberId }) => memberId);
  return new Map([...byMember].map(([id, of]) => [id, of.map(({ caseId }) => caseId)]));
}
