import { textView } from "../../platform/chat/view.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Application } from "../application/application.ts";
import { DRAFT } from "../application/draft.ts";
import { caseStepChanged } from "../application/events.ts";
import { lockApplication } from "../application/store.ts";
import { tell } from "../application/tell.ts";
import { districtName } from "../definition/districts.ts";
import { membersWhoMay } from "../directory/member.ts";
import type { PersonContext } from "../engine/context.ts";
import { responsibleIn } from "../engine/on-behalf.ts";
import { listHoldChanged } from "../recommendation/events.ts";
import { renewList } from "../recommendation/renew.ts";
import { isFinalized } from "../scoring/points.ts";
import { DISTRICT_SCORER } from "../scoring/score-sheet.ts";
import { sheetOf } from "../scoring/store.ts";
import type { CaseReturn } from "./case-return.ts";
import { returnChanged } from "./events.ts";
import { fingerprints } from "./parts.ts";
import { correctionPhrases as phrases } from "./phrases.ts";
import { isLate, openItems } from "./rules.ts";
import { caseReturnTable, openReturn } from "./store.ts";
import { itemLines } from "./views.ts";

/**
 * 报送补正, once every defect is changed or explained. The list gets a new version where what it shows was changed.
 * @param lateReason why it comes after its day; asked for then
 * @throws {RefusalError} if the case is not returned or takes no part, something is still open, or the reason is missing
 */
export async function submitCorrection(
  context: PersonContext,
  caseId: string,
  lateReason: string,
): Promise<{ compoundName: string; late: boolean }> {
  const application = await lockApplication(context.tx, caseId);
  const found = await openReturn(context.tx, caseId);
  const name = application?.compoundName ?? "";
  if (!application || !found) throw new RefusalError("correction.not-returned", phrases.notReturned(name));
  await requireComplete(context, application, found);
  const late = isLate(found, context.now);
  if (late && lateReason === "") throw new RefusalError("correction.late", phrases.askLate(name, found.dueOn));
  await store(context, found, late ? lateReason : undefined);
  const { district } = application;
  context.emit(returnChanged, { caseId, district });
  context.emit(listHoldChanged, { district });
  context.emit(caseStepChanged, { reviewed: [caseId] });
  await renewList(context, district, caseId);
  await tellCity(context, application, found);
  return { compoundName: application.compoundName, late };
}

async function requireComplete(context: PersonContext, application: Application, found: CaseReturn): Promise<void> {
  const { id, compoundName: name, state } = application;
  if (state !== "submitted") throw new RefusalError("correction.no-part", phrases.noPart(name, state));
  const open = openItems(found.items, await fingerprints(context, application));
  if (open.length > 0) throw new RefusalError("correction.open-items", phrases.stillOpen(name, open));
  const sheet = await sheetOf(context.tx, { caseId: id, ledger: "district", scorer: DISTRICT_SCORER });
  if (sheet && !isFinalized(sheet)) throw new RefusalError("correction.points-open", phrases.notFinal(name));
  const [form] = await context.drafts.unfinished({ kind: DRAFT, subject: id });
  if (form) throw new RefusalError("correction.form-open", phrases.formOpen(name));
}

async function store(context: PersonContext, { caseId, number }: CaseReturn, lateReason: string | undefined) {
  const { tx, now, person, personal } = context;
  const reason = lateReason === undefined ? undefined : await personal.store(lateReason);
  const rows = [caseReturnTable.row({ case_id: caseId, number })];
  await context.withJournal({ action: "correction.submitted", rows, caseId }, () =>
    tx.caseReturn.update({
      where: { caseId_number: { caseId, number } },
      data: {
        ...{ correctedAt: now, correctedBy: person.staffId, responsible: responsibleIn(context) },
        ...(reason ? { late: true, lateReason: { ...reason } } : {}),
      },
    }),
  );
}

async function tellCity(context: PersonContext, application: Application, found: CaseReturn): Promise<void> {
  const { campaign, people, person } = context;
  const to = membersWhoMay(campaign.definition, people, "application.return")
    .map(({ staffId }) => staffId)
    .filter((id) => id !== person.staffId);
  const district = districtName(campaign.definition, application.district);
  const lines = await itemLines(context, application, found);
  const view = textView(phrases.correctedTitle(district, application.compoundName), phrases.corrected());
  await tell(context, to, {
    ...view,
    tone: "done",
    body: [...view.body, { kind: "list", ordered: true, items: lines }],
  });
}
