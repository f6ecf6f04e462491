import { dayOf } from "../../../shared/civil-date.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import type { PersonContext } from "../../engine/context.ts";
import { receivedChanged } from "../../stage/events.ts";
import type { Application } from "../application.ts";
import { consequenceOf } from "../consequences.ts";
import { applicationWithdrawn } from "../events.ts";
import { stepOf } from "../extension-points.ts";
import { applicationDeliverable } from "../offered.ts";
import { applicationPhrases } from "../phrases.ts";
import { applicationsOf, applicationTable, lockApplication } from "../store.ts";
import { peopleTold, tell } from "../tell.ts";
import { restorableUntil } from "./rules.ts";
import { toldWithdrawn } from "./views.ts";

/**
 * 撤回. Keeps the stored answers, points and the place on a list; tells those whom it concerns at that step.
 * @throws {RefusalError} if the application is already withdrawn
 */
export async function withdrawApplication(context: PersonContext, id: string): Promise<Application> {
  const { tx, campaign, now, person } = context;
  const application = await lockApplication(tx, id);
  if (!application) throw new RefusalError("application.unknown", applicationPhrases.noSuch());
  if (application.state === "withdrawn") {
    throw new RefusalError("application.withdrawn", applicationPhrases.withdrawnAlready());
  }
  const step = await stepOf(context, id);
  const entry = { action: "application.withdrawn", rows: [applicationTable.row({ id })], caseId: id };
  await context.withJournal(entry, () =>
    tx.application.update({
      where: { id },
      data: { state: "withdrawn", withdrawnAt: now, withdrawnBy: person.staffId },
    }),
  );
  const { district } = application;
  const told = peopleTold(context, consequenceOf("withdrawn", step), district);
  const until = restorableUntil(campaign.definition, dayOf(now));
  await tell(context, told, toldWithdrawn(context, application, { step, by: person.name, until }));
  context.emit(applicationWithdrawn, { id, district });
  await receivedMayChange(context, district);
  return { ...application, state: "withdrawn", withdrawnAt: now };
}

/** The district's hand-in state changes with its only application. */
export async function receivedMayChange(context: PersonContext, district: string): Promise<void> {
  const { tx, campaign } = context;
  const deliverable = applicationDeliverable(campaign.definition);
  if (deliverable === undefined) return;
  const standing = await applicationsOf(tx, campaign.id, { district, states: ["submitted", "excluded"] });
  if (standing.length <= 1) context.emit(receivedChanged, { deliverable, district });
}
