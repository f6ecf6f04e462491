import { journalTable } from "../../platform/journal/journal-table.ts";
import { isPersonalRef } from "../../platform/journal/personal-value.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import { civilDate } from "../../shared/civil-date.ts";
import type { CaseReturn } from "./case-return.ts";

export const caseReturnTable = journalTable("case_return", ["case_id", "number"]);

/** Returns that wait for correction, in the order in which they were made. */
export async function openReturns(tx: Transaction, campaignId: string): Promise<CaseReturn[]> {
  const rows = await tx.caseReturn.findMany({
    where: { campaignId, correctedAt: null, revokedAt: null },
    orderBy: [{ returnedAt: "asc" }, { caseId: "asc" }],
  });
  return rows.map(returnOf);
}

/** The return of the case that waits for correction. */
export async function openReturn(tx: Transaction, caseId: string): Promise<CaseReturn | undefined> {
  const row = await tx.caseReturn.findFirst({ where: { caseId, correctedAt: null, revokedAt: null } });
  return row ? returnOf(row) : undefined;
}

/** All returns of the case, oldest first. */
export async function returnsOf(tx: Transaction, caseId: string): Promise<CaseReturn[]> {
  return (await tx.caseReturn.findMany({ where: { caseId }, orderBy: { number: "asc" } })).map(returnOf);
}

type Row = Awaited<ReturnType<Transaction["caseReturn"]["findMany"]>>[number];

const returnOf = (row: Row): CaseReturn => ({
  ...row,
  items: row.items as unknown as CaseReturn["items"],
  dueOn: civilDate(row.dueOn),
  lateReason: isPersonalRef(row.lateReason) ? row.lateReason : null,
});
