import { type CivilDate, dayOf } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Application } from "../application/application.ts";
import { consequenceOf } from "../application/consequences.ts";
import { caseStepChanged } from "../application/events.ts";
import { stepOf } from "../application/extension-points.ts";
import { lockApplication } from "../application/store.ts";
import { peopleTold } from "../application/tell.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import { startOver } from "../preliminary-review/reopen.ts";
import { noteSent } from "../receipt/note-sent.ts";
import { listHoldChanged } from "../recommendation/events.ts";
import { isFinalized } from "../scoring/points.ts";
import { reopenSheet } from "../scoring/reopen.ts";
import { DISTRICT_SCORER } from "../scoring/score-sheet.ts";
import { sheetOf } from "../scoring/store.ts";
import { returnChanged } from "./events.ts";
import { fingerprints } from "./parts.ts";
import { correctionPhrases as phrases } from "./phrases.ts";
import type { WrittenDefect } from "./read-defects.ts";
import { isDayToCome } from "./rules.ts";
import { caseReturnTable, openReturn, returnsOf } from "./store.ts";
import { CASE_CARD, returnMessage } from "./views.ts";

export interface Returning {
  dueOn: CivilDate;
  defects: readonly WrittenDefect[];
}

/**
 * 退回补正. Opens exactly the named parts of a reported case until they are corrected; points that are named are open again.
 * Its officers get the list of defects.
 * @throws {RefusalError} if the case is not reported, takes no part, is published or returned already, or the day is over
 */
export async function returnCase(
  context: PersonContext,
  caseId: string,
  { dueOn, defects }: Returning,
): Promise<Application> {
  const application = await returnable(context, await lockApplication(context.tx, caseId));
  if (!isDayToCome(dueOn, dayOf(context.now))) throw new RefusalError("correction.day-over", phrases.dayOver());
  const { tx, campaign, now, person, personal } = context;
  const before = await fingerprints(context, application);
  const number = (await returnsOf(tx, caseId)).length + 1;
  const items: { part: string; was: string; defect: { personal: string; hash: string } }[] = [];
  for (const { part, defect } of defects) {
    items.push({ part, was: before.get(part) ?? "", defect: { ...(await personal.store(defect)) } });
  }
  const rows = [caseReturnTable.row({ case_id: caseId, number })];
  await context.withJournal({ action: "correction.returned", rows, caseId }, () =>
    tx.caseReturn.create({
      data: {
        ...{ caseId, number, campaignId: campaign.id, items, dueOn },
        ...{ returnedAt: now, returnedBy: person.staffId },
      },
    }),
  );
  const points = defects.filter(({ part }) => part.startsWith("points:"));
  const row = points[0]?.part.slice("points:".length);
  const reason = points.map(({ part, defect }) => `${part.slice("points:".length)} ${defect}`).join("；");
  if (points.length > 0) await openPoints(context, application, { reason, row });
  await tell(context, application, number);
  return application;
}

/** @throws {RefusalError} if the case cannot be returned now */
export async function returnable(context: PersonContext, application: Application | undefined): Promise<Application> {
  const nouns = nounsOf(context.campaign.definition);
  if (!application) throw new RefusalError("correction.unknown", phrases.noSuch(nouns));
  const { id, compoundName: name, state } = application;
  if (state !== "submitted") throw new RefusalError("correction.no-part", phrases.noPart(name, state));
  const step = await stepOf(context, id);
  if (consequenceOf("returned", step).blocked.includes("change")) {
    const sentence = step === "published" ? phrases.published(name, nouns) : phrases.notReported(name, nouns);
    throw new RefusalError("correction.step", sentence);
  }
  if (await openReturn(context.tx, id)) throw new RefusalError("correction.open", phrases.alreadyReturned(name));
  return application;
}

/** Who scores goes on at the first row that was named. */
async function openPoints(
  context: PersonContext,
  application: Application,
  { reason, row }: { reason: string; row: string | undefined },
): Promise<void> {
  const { id, district } = application;
  const sheet = await sheetOf(context.tx, { caseId: id, ledger: "district", scorer: DISTRICT_SCORER });
  if (!sheet || !isFinalized(sheet)) return;
  await reopenSheet(context, sheet, { district, reason: phrases.reopens(reason) });
  await startOver(context, application, { row });
}

async function tell(context: PersonContext, { id, district }: Application, number: number): Promise<void> {
  context.emit(returnChanged, { caseId: id, district });
  context.emit(listHoldChanged, { district });
  context.emit(caseStepChanged, { reviewed: [id] });
  const { told } = consequenceOf("returned", await stepOf(context, id));
  const to = [];
  for (const person of peopleTold(context, { told }, district)) {
    const card = await context.cards.show(person, { kind: CASE_CARD, subject: id });
    to.push({ person, cardId: card.id });
  }
  await noteSent(context, { message: returnMessage({ caseId: id, number }), kind: "return", to });
}
