import { journalTable } from "../../../platform/journal/journal-table.ts";
import { isPersonalRef, type PersonalRef } from "../../../platform/journal/personal-value.ts";
import type { Transaction } from "../../../platform/storage/database.ts";
import type { FigureValue, RequirementSheet, Standing } from "./requirements.ts";

export const requirementSheetTable = journalTable("requirement_sheet", ["case_id"]);

/** What was answered, by application id; cases that nobody answered for have no entry. */
export async function requirementSheets(
  tx: Transaction,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, RequirementSheet>> {
  const rows = await tx.requirementSheet.findMany({ where: { caseId: { in: [...caseIds] } } });
  return new Map(rows.map((row) => [row.caseId, sheetOf(row)]));
}

type Row = Awaited<ReturnType<Transaction["requirementSheet"]["findMany"]>>[number];

const sheetOf = ({ campaignId: _, clauses, figures, reasons, ...row }: Row): RequirementSheet => ({
  ...row,
  clauses: clauses as Record<string, Standing>,
  figures: figures as unknown as Record<string, FigureValue>,
  reasons: reasonsIn(reasons),
});

const reasonsIn = (stored: unknown): Record<string, PersonalRef> =>
  Object.fromEntries(
    Object.entries(stored as Record<string, unknown>).flatMap(([id, ref]) => (isPersonalRef(ref) ? [[id, ref]] : [])),
  );
