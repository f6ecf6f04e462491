import type { PersonContext } from "../engine/context.ts";
import { sheetFinalized } from "./events.ts";
import { isFinalized, pointsByRow, unanswered } from "./points.ts";
import type { ScoreSheet } from "./score-sheet.ts";
import { journalAction, sheetRow } from "./store.ts";

/**
 * Makes the points of a complete sheet final.
 * @param sheet of a case locked by the caller
 * @param district of the case
 */
export async function finalizeSheet(context: PersonContext, sheet: ScoreSheet, district: string): Promise<void> {
  const { tx, campaign, now, person } = context;
  const { caseId, ledger, scorer } = sheet;
  if (isFinalized(sheet) || unanswered(campaign.definition.rubric, pointsByRow(sheet)).length > 0) {
    throw new Error(`cannot finalize score sheet of case ${caseId}: already finalized or incomplete`);
  }
  await context.withJournal({ action: journalAction(ledger, "locked"), rows: [sheetRow(sheet)], caseId }, () =>
    tx.scoreSheet.update({
      where: { caseId_ledger_scorer: { caseId, ledger, scorer } },
      data: { state: "finalized", finalizedAt: now, finalizedBy: person.staffId },
    }),
  );
  context.emit(sheetFinalized, { caseId, ledger, district });
}
