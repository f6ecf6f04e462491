import { randomUUID } from "node:crypto";
import { type FormState, missingQuestions } from "../../platform/conversation/form-state.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { fieldFor } from "../definition/purposes.ts";
import type { PersonContext } from "../engine/context.ts";
import { receivedChanged } from "../stage/events.ts";
import { type Application, takesPart } from "./application.ts";
import { disqualificationOf } from "./disqualification.ts";
import { type ApplicationDraft, DIALOGUE } from "./draft.ts";
import { applicationSubmitted } from "./events.ts";
import { applicationForm } from "./form.ts";
import { hintsFor } from "./hints.ts";
import { applicationDeliverable } from "./offered.ts";
import { applicationPhrases } from "./phrases.ts";
import { applicationRevisionTable, contentHash } from "./revision.ts";
import { applicationById, applicationsOf, applicationTable, lockApplication } from "./store.ts";
import { storedAnswers } from "./stored-answers.ts";

/**
 * 提交. Stores the form as a new application or a new revision, marks the draft as done and closes the dialogue.
 * @throws {RefusalError} if answers are missing, or the application can no longer be changed
 */
export async function submitForm(
  context: PersonContext,
  { draft, state }: ApplicationDraft,
): Promise<{ application: Application; hints: string[] }> {
  const district = draft.district ?? "";
  const application = await store(context, { district, applicationId: draft.subject, state });
  const { id } = application;
  await context.drafts.save(draft, { body: state, state: "done", subject: id });
  await context.dialogue.close(DIALOGUE);
  context.emit(applicationSubmitted, { id, district });
  const all = await applicationsOf(context.tx, context.campaign.id, { district, states: ["submitted", "excluded"] });
  const others = all.filter((one) => one.id !== id);
  const deliverable = applicationDeliverable(context.campaign.definition);
  if (deliverable !== undefined && !others.some(takesPart)) context.emit(receivedChanged, { deliverable, district });
  return { application, hints: await hintsFor(context, application) };
}

interface Submission {
  district: string;
  /** Undefined for a new application. */
  applicationId: string | undefined;
  state: FormState;
}

async function store(context: PersonContext, submission: Submission): Promise<Application> {
  const { tx, campaign, now, person } = context;
  const form = applicationForm(context);
  const missing = missingQuestions(form, submission.state);
  if (missing.length > 0) throw new RefusalError("application.incomplete", applicationPhrases.missing(missing));
  const id = submission.applicationId ?? randomUUID();
  const earlier = submission.applicationId ? await lockApplication(tx, id) : undefined;
  if (earlier?.state === "withdrawn") {
    throw new RefusalError("application.withdrawn", applicationPhrases.withdrawnAlready());
  }
  const { declaration, exclusion, ruling } = disqualificationOf(context, submission.state);
  const answers = await storedAnswers(context, form, { state: submission.state, earlier: earlier?.answers ?? {} });
  const revision = (earlier?.revision ?? 0) + 1;
  const content = {
    compoundName: String(submission.state.answers[fieldFor(form, "name")?.key ?? ""] ?? ""),
    // Prisma's JSON columns want an index signature without our types.
    answers: answers as Record<string, never>,
    formVersion: form.version,
    definitionVersion: campaign.definitionVersion,
    submittedAt: now,
  };
  const data = {
    ...content,
    district: submission.district,
    revision,
    state: exclusion === undefined ? "submitted" : "excluded",
    exclusion: exclusion ?? null,
    declaration,
    submittedBy: person.staffId,
  };
  const rows = [applicationTable.row({ id }), applicationRevisionTable.row({ case_id: id, revision })];
  const entry = { action: "application.submitted", rows, caseId: id };
  await context.withJournal({ ...entry, ...(ruling === undefined ? {} : { ruling }) }, async () => {
    await tx.application.upsert({ where: { id }, create: { id, campaignId: campaign.id, ...data }, update: data });
    await tx.applicationRevision.create({
      data: {
        ...content,
        ...{ caseId: id, revision, campaignId: campaign.id, contentHash: contentHash(answers) },
        ...{ typedBy: person.staffId, responsible: person.staffId },
      },
    });
  });
  const submitted = await applicationById(tx, id);
  if (!submitted) throw new Error(`application ${id} was not stored`);
  return submitted;
}
