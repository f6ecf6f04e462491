import { dayOf } from "../../../shared/civil-date.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import type { PersonContext } from "../../engine/context.ts";
import type { Application } from "../application.ts";
import { consequenceOf } from "../consequences.ts";
import { applicationSubmitted } from "../events.ts";
import { judgeUnderRulings } from "../exclusion/judge.ts";
import { stepOf } from "../extension-points.ts";
import { applicationPhrases } from "../phrases.ts";
import { applicationById, applicationTable, lockApplication } from "../store.ts";
import { peopleTold, tell } from "../tell.ts";
import { withdrawalPhrases as phrases } from "./phrases.ts";
import { isRestorable, restorableUntil } from "./rules.ts";
import { toldRestored } from "./views.ts";
import { receivedMayChange } from "./withdraw.ts";

/**
 * 恢复申报. Takes a withdrawal back within its stage: answers, points and the place on a list are as they were. What was
 * excluded is excluded; the others are judged under the rulings of now.
 * @throws {RefusalError} if it is not withdrawn, or the stage is over
 */
export async function restoreApplication(context: PersonContext, id: string): Promise<Application> {
  const { tx, campaign, now } = context;
  const application = await lockApplication(tx, id);
  if (!application) throw new RefusalError("application.unknown", applicationPhrases.noSuch());
  const { district, compoundName, withdrawnAt } = application;
  if (application.state !== "withdrawn" || withdrawnAt === null) {
    throw new RefusalError("application.not-withdrawn", phrases.notWithdrawn(compoundName));
  }
  if (!isRestorable(campaign.definition, withdrawnAt, now)) {
    const until = restorableUntil(campaign.definition, dayOf(withdrawnAt));
    throw new RefusalError("application.not-restorable", phrases.tooLate(compoundName, until));
  }
  const state = application.exclusion === null ? "submitted" : "excluded";
  const entry = { action: "application.restored", rows: [applicationTable.row({ id })], caseId: id };
  await context.withJournal(entry, () =>
    tx.application.update({ where: { id }, data: { state, withdrawnAt: null, withdrawnBy: null } }),
  );
  const step = await stepOf(context, id);
  await tell(
    context,
    peopleTold(context, consequenceOf("withdrawn", step), district),
    toldRestored(context, application),
  );
  context.emit(applicationSubmitted, { id, district });
  await receivedMayChange(context, district);
  await judgeUnderRulings(context, { caseId: id });
  return (await applicationById(tx, id)) ?? application;
}
