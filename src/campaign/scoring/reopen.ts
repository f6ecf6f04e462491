import type { PersonContext } from "../engine/context.ts";
import { sheetReopened } from "./events.ts";
import { isFinalized } from "./points.ts";
import type { ScoreSheet } from "./score-sheet.ts";
import { journalAction, sheetRow } from "./store.ts";

/**
 * 重新修改. Makes the points of a final sheet open to changes; they stay as they are until somebody changes them.
 * @param sheet of a case locked by the caller
 * @param why `district` of the case, and the reason, kept with the journal entry
 */
export async function reopenSheet(
  context: PersonContext,
  sheet: ScoreSheet,
  { district, reason }: { district: string; reason: string },
): Promise<void> {
  const { tx, now, person } = context;
  const { caseId, ledger, scorer } = sheet;
  if (!isFinalized(sheet)) throw new Error(`cannot reopen score sheet of case ${caseId}: it is open`);
  const stored = await context.personal.store(reason);
  const entry = {
    ...{ action: journalAction(ledger, "reopened"), rows: [sheetRow(sheet)], caseId },
    reason: JSON.stringify(stored),
  };
  await context.withJournal(entry, () =>
    tx.scoreSheet.update({
      where: { caseId_ledger_scorer: { caseId, ledger, scorer } },
      data: {
        ...{ state: "open", finalizedAt: null, finalizedBy: null, responsible: null },
        ...{ reopenedAt: now, reopenedBy: person.staffId, reopenReason: { ...stored } },
      },
    }),
  );
  context.emit(sheetReopened, { caseId, ledger, district });
}
