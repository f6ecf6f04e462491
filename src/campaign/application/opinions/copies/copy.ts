import { journalTable } from "../../../../platform/journal/journal-table.ts";
import type { Transaction } from "../../../../platform/storage/database.ts";
import { type CivilDate, civilDate } from "../../../../shared/civil-date.ts";

/** Where one of the paper copies of a form is. */
export interface PaperCopy {
  /** The application's id. */
  caseId: string;
  /** From 1. */
  copy: number;
  /** {@link WITH_APPLICANT}, or the id of the box of the office that has it. */
  at: string;
  since: CivilDate;
  /** Ticked off by the city. */
  received: boolean;
}

/** 申报单位 */
export const WITH_APPLICANT = "applicant";

export const paperCopyTable = journalTable("paper_copy", ["case_id", "copy"]);

/** What is recorded of the copies of these cases, by case; nothing of a copy that nobody has recorded. */
export async function copiesOf(
  tx: Transaction,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PaperCopy[]>> {
  const rows = await tx.paperCopy.findMany({ where: { caseId: { in: [...caseIds] } }, orderBy: { copy: "asc" } });
  const copies = rows.map(({ caseId, copy, at, since, received }) => ({
    ...{ caseId, copy, at, received },
    since: civilDate(since),
  }));
  return Map.groupBy(copies, ({ caseId }) => caseId);
}
