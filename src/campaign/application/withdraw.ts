import { RefusalError } from "../../shared/refusal-error.ts";
import type { PersonContext } from "../engine/context.ts";
import { receivedChanged } from "../stage/events.ts";
import type { Application } from "./application.ts";
import { applicationWithdrawn } from "./events.ts";
import { applicationDeliverable } from "./offered.ts";
import { applicationPhrases } from "./phrases.ts";
import { applicationsOf, applicationTable, lockApplication } from "./store.ts";

/**
 * 撤回. Keeps the stored answers.
 * @throws {RefusalError} if the application is already withdrawn
 */
export async function withdrawApplication(context: PersonContext, id: string): Promise<Application> {
  const { tx, campaign, now, person } = context;
  const application = await lockApplication(tx, id);
  if (!application) throw new RefusalError("application.unknown", applicationPhrases.noSuch());
  if (application.state === "withdrawn") {
    throw new RefusalError("application.withdrawn", applicationPhrases.withdrawnAlready());
  }
  const entry = { action: "application.withdrawn", rows: [applicationTable.row({ id })], caseId: id };
  await context.withJournal(entry, () =>
    tx.application.update({
      where: { id },
      data: { state: "withdrawn", withdrawnAt: now, withdrawnBy: person.staffId },
    }),
  );
  const { district } = application;
  context.emit(applicationWithdrawn, { id, district });
  const others = await applicationsOf(tx, campaign.id, { district, states: ["submitted"] });
  const deliverable = applicationDeliverable(campaign.definition);
  if (others.length === 0 && deliverable !== undefined) context.emit(receivedChanged, { deliverable, district });
  return { ...application, state: "withdrawn" };
}
