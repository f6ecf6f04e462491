import { journalTable } from "../../../platform/journal/journal-table.ts";
import { isPersonalRef } from "../../../platform/journal/personal-value.ts";
import type { Transaction } from "../../../platform/storage/database.ts";
import { civilDate } from "../../../shared/civil-date.ts";
import type { ReturnExtension, ReturnExtensionState } from "./return-extension.ts";

export const returnExtensionTable = journalTable("return_extension", ["case_id", "number"]);

/** All of a case, oldest first. */
export async function returnExtensionsOf(tx: Transaction, caseId: string): Promise<ReturnExtension[]> {
  const rows = await tx.returnExtension.findMany({ where: { caseId }, orderBy: { number: "asc" } });
  return rows.map((row) => ({
    ...{ caseId, number: row.number, returnNumber: row.returnNumber },
    dueOn: civilDate(row.dueOn),
    until: civilDate(row.until),
    reason: isPersonalRef(row.reason) ? row.reason : undefined,
    state: row.state as ReturnExtensionState,
    opinion: isPersonalRef(row.opinion) ? row.opinion : undefined,
  }));
}
