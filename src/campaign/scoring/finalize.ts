import type { PersonContext } from "../engine/context.ts";
import { answersFor } from "./answers-for.ts";
import { sheetFinalized } from "./events.ts";
import { isFinalized, pointRulesIn, rowsToScore } from "./points.ts";
import type { ScoreSheet } from "./score-sheet.ts";
import { journalAction, sheetRow } from "./store.ts";

/**
 * Makes the points of a complete sheet final.
 * @param sheet of a case locked by the caller
 * @param of `district`: of the case; `lateReason`: why it comes after its deadline
 */
export async function finalizeSheet(
  context: PersonContext,
  sheet: ScoreSheet,
  { district, lateReason }: { district: string; lateReason?: string | undefined },
): Promise<void> {
  const { tx, campaign, now, person, rulings } = context;
  const { caseId, ledger, scorer } = sheet;
  const { definition } = campaign;
  if (isFinalized(sheet) || rowsToScore(definition, sheet, pointRulesIn(definition, rulings)).length > 0) {
    throw new Error(`cannot finalize score sheet of case ${caseId}: already finalized or incomplete`);
  }
  const reason = lateReason === undefined ? undefined : await context.personal.store(lateReason);
  const late = reason ? { lateness: "late", lateReason: { ...reason } } : {};
  await context.withJournal({ action: journalAction(ledger, "locked"), rows: [sheetRow(sheet)], caseId }, () =>
    tx.scoreSheet.update({
      where: { caseId_ledger_scorer: { caseId, ledger, scorer } },
      data: {
        ...{ state: "finalized", finalizedAt: now, finalizedBy: person.staffId, ...late },
        responsible: answersFor(context, sheet),
      },
    }),
  );
  context.emit(sheetFinalized, { caseId, ledger, district });
}
