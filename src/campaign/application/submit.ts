import { RefusalError } from "../../shared/refusal-error.ts";
import { districtOfficers } from "../directory/member.ts";
import type { PersonContext } from "../engine/context.ts";
import { type CasePart, requireOpenParts } from "../engine/open-parts.ts";
import { receivedChanged } from "../stage/events.ts";
import type { Application } from "./application.ts";
import { noteCaseInHand } from "./case-in-hand.ts";
import { consequenceOf } from "./consequences.ts";
import { declaredHash } from "./declared.ts";
import { type ApplicationDraft, DIALOGUE, FORM_CARD } from "./draft.ts";
import { applicationSubmitted } from "./events.ts";
import { tellAppliedAgain, tellDeclarationChanged } from "./exclusion/tell.ts";
import { stepOf } from "./extension-points.ts";
import { hintsFor } from "./hints.ts";
import { tellLate } from "./lateness/tell.ts";
import { applicationDeliverable } from "./offered.ts";
import { isForOthers } from "./on-behalf.ts";
import { applicationPhrases } from "./phrases.ts";
import { answerHash, contentHash } from "./revision.ts";
import { applicationById, applicationsOf, lockApplication } from "./store.ts";
import { storeSubmission } from "./store-submission.ts";
import { tellCorrected } from "./tell-corrected.ts";

/**
 * 提交. Stores the form as a new application or a new revision, marks the draft as done and closes the dialogue. Tells
 * those whom a correction concerns.
 * @param lateReason why a first submission comes after its deadline
 * @throws {RefusalError} if answers are missing, or the application, or one of the changed fields, can no longer be changed
 */
export async function submitForm(
  context: PersonContext,
  { draft, state }: Pick<ApplicationDraft, "draft" | "state">,
  lateReason?: string,
): Promise<{ application: Application; hints: string[] }> {
  const { district = "", subject } = draft;
  const earlier = subject === undefined ? undefined : await lockApplication(context.tx, subject);
  if (earlier) await requireChangeable(context, earlier);
  const id = await storeSubmission(context, { district, earlier, state, lateReason });
  await context.drafts.save(draft, { body: state, state: "done", subject: id });
  await context.dialogue.close(DIALOGUE);
  const application = await applicationById(context.tx, id);
  if (!application) throw new Error(`application ${id} was not stored`);
  if (earlier) await requireOpenParts(context, id, changedFields(earlier.answers, application.answers));
  context.emit(applicationSubmitted, { id, district });
  await noteCaseInHand(context, application);
  await showToDistrict(context, { district, draftId: draft.id });
  if (earlier) await tellOfChange(context, earlier, application);
  else await tellOfNew(context, application, lateReason);
  return { application, hints: await hintsFor(context, application) };
}

/** Fields that a submission answers otherwise than the one before. */
const changedFields = (before: Application["answers"], after: Application["answers"]): CasePart[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => answerHash(before, key) !== answerHash(after, key))
    .map((key) => `field:${key}` as const);

/** What was entered for a district comes to its officers, who may correct it. */
async function showToDistrict(
  { people, person, cards }: PersonContext,
  { district, draftId }: { district: string; draftId: string },
): Promise<void> {
  if (!isForOthers(people, person.staffId, district)) return;
  for (const { member } of districtOfficers(people, district)) {
    await cards.show(member.staffId, { kind: FORM_CARD, subject: draftId });
  }
}

/** @throws {RefusalError} if it is withdrawn, or the list it stands on is published */
export async function requireChangeable(
  context: PersonContext,
  { id, state }: Pick<Application, "id" | "state">,
): Promise<void> {
  if (state === "withdrawn") {
    throw new RefusalError("application.withdrawn", applicationPhrases.withdrawnAlready());
  }
  if (consequenceOf("corrected", await stepOf(context, id)).blocked.includes("change")) {
    throw new RefusalError("application.published", applicationPhrases.published());
  }
}

async function tellOfChange(context: PersonContext, before: Application, after: Application): Promise<void> {
  if (contentHash(before.answers) === contentHash(after.answers)) return;
  if (before.state === "excluded" && declaredHash(context, before) !== declaredHash(context, after)) {
    await tellDeclarationChanged(context, before, after);
  }
  await tellCorrected(context, before, after);
}

async function tellOfNew(
  context: PersonContext,
  application: Application,
  lateReason: string | undefined,
): Promise<void> {
  const { district, compoundName, id } = application;
  const all = await applicationsOf(context.tx, context.campaign.id, { district });
  const others = all.filter((one) => one.id !== id);
  if (others.some((one) => one.exclusion !== null && one.compoundName === compoundName)) {
    await tellAppliedAgain(context, application);
  }
  if (lateReason !== undefined) await tellLate(context, application, lateReason);
  const deliverable = applicationDeliverable(context.campaign.definition);
  if (deliverable !== undefined && !others.some(({ state }) => state !== "withdrawn")) {
    context.emit(receivedChanged, { deliverable, district });
  }
}
