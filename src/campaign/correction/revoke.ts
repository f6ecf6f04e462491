import { RefusalError } from "../../shared/refusal-error.ts";
import type { Application } from "../application/application.ts";
import { caseStepChanged } from "../application/events.ts";
import type { PersonContext } from "../engine/context.ts";
import { listHoldChanged } from "../recommendation/events.ts";
import { finalizeSheet } from "../scoring/finalize.ts";
import { isFinalized, pointRulesIn, rowsToScore } from "../scoring/points.ts";
import { DISTRICT_SCORER } from "../scoring/score-sheet.ts";
import { sheetOf } from "../scoring/store.ts";
import { returnChanged } from "./events.ts";
import { correctionPhrases as phrases } from "./phrases.ts";
import { caseReturnTable, openReturn } from "./store.ts";

/** Points that were opened are final again, as they are now; those that a ruling does not allow stay open. */
async function closePoints(context: PersonContext, { id, district }: Application): Promise<void> {
  const { tx, campaign, rulings } = context;
  const sheet = await sheetOf(tx, { caseId: id, ledger: "district", scorer: DISTRICT_SCORER });
  if (!sheet || isFinalized(sheet)) return;
  const open = rowsToScore(campaign.definition, sheet, pointRulesIn(campaign.definition, rulings));
  if (open.length === 0) await finalizeSheet(context, sheet, { district });
}

/** 撤销退回. The case is as it was, with what was changed meanwhile. @throws {RefusalError} if it is not returned */
export async function revokeReturn(context: PersonContext, application: Application): Promise<void> {
  const { tx, now, person } = context;
  const { id: caseId, district, compoundName } = application;
  const found = await openReturn(tx, caseId);
  if (!found) throw new RefusalError("correction.not-returned", phrases.notReturned(compoundName));
  const { number } = found;
  const rows = [caseReturnTable.row({ case_id: caseId, number })];
  await context.withJournal({ action: "correction.revoked", rows, caseId }, () =>
    tx.caseReturn.update({
      where: { caseId_number: { caseId, number } },
      data: { revokedAt: now, revokedBy: person.staffId },
    }),
  );
  await closePoints(context, application);
  context.emit(returnChanged, { caseId, district });
  context.emit(listHoldChanged, { district });
  context.emit(caseStepChanged, { reviewed: [caseId] });
}
