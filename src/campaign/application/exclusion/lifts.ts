import { journalTable } from "../../../platform/journal/journal-table.ts";
import type { Transaction } from "../../../platform/storage/database.ts";
import { type Authority, authorityOf } from "../../authority/authority.ts";

/** 解除不得参与. An approver's decision, by a document. */
export interface Lift {
  /** The application's id. */
  caseId: string;
  /** From 1. */
  number: number;
  /** The last revision whose declarations it covers. */
  revision: number;
  /** The reason for 不得参与 that was lifted, in words. */
  exclusion: string;
  authority: Authority | undefined;
  liftedBy: string;
  liftedAt: Date;
}

export const liftTable = journalTable("disqualification_lift", ["case_id", "number"]);

/** Lifts of the case, or of all cases of the campaign, oldest first. */
export async function liftsOf(
  tx: Transaction,
  { campaignId, caseId }: { campaignId: string; caseId?: string },
): Promise<Lift[]> {
  const rows = await tx.disqualificationLift.findMany({
    where: { campaignId, ...(caseId === undefined ? {} : { caseId }) },
    orderBy: [{ liftedAt: "asc" }, { number: "asc" }],
  });
  return rows.map(({ authority, ...row }) => ({ ...row, authority: authorityOf(authority) }));
}
