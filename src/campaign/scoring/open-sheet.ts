import type { PersonContext } from "../engine/context.ts";
import { emptySheet, type ScoreSheet, type SheetOwner } from "./score-sheet.ts";
import { journalAction, sheetOf, sheetRow } from "./store.ts";

/** Reads or creates the scorer's sheet of a case. The caller must hold the lock on the case. */
export async function openSheet(context: PersonContext, owner: SheetOwner): Promise<ScoreSheet> {
  const { tx, campaign, now, person } = context;
  const known = await sheetOf(tx, owner);
  if (known) return known;
  const { caseId, ledger } = owner;
  await context.withJournal({ action: journalAction(ledger, "opened"), rows: [sheetRow(owner)], caseId }, () =>
    tx.scoreSheet.create({
      data: { ...owner, campaignId: campaign.id, state: "open", openedAt: now, openedBy: person.staffId },
    }),
  );
  return emptySheet(owner);
}
