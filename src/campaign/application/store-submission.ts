import { randomUUID } from "node:crypto";
import { type FormState, missingQuestions } from "../../platform/conversation/form-state.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { fieldFor } from "../definition/purposes.ts";
import type { PersonContext } from "../engine/context.ts";
import { responsibleIn } from "../engine/on-behalf.ts";
import type { Application } from "./application.ts";
import type { Disqualification } from "./disqualification.ts";
import { judgementOf } from "./exclusion/judge.ts";
import { askedForm } from "./form.ts";
import { applicationPhrases } from "./phrases.ts";
import { applicationRevisionTable, contentHash } from "./revision.ts";
import { applicationTable } from "./store.ts";
import { storedAnswers } from "./stored-answers.ts";

export interface Submission {
  district: string;
  /** Undefined for a new application. */
  earlier: Application | undefined;
  state: FormState;
  /** Set if it is late. */
  lateReason: string | undefined;
}

/**
 * Stores the application as submitted, and the submission as a revision.
 * @returns the application's id
 * @throws {RefusalError} if answers are missing
 */
export async function storeSubmission(context: PersonContext, submission: Submission): Promise<string> {
  const { tx, campaign, now, person } = context;
  const { earlier, state, lateReason } = submission;
  const form = askedForm(context, state);
  const missing = missingQuestions(form, state);
  if (missing.length > 0) throw new RefusalError("application.incomplete", applicationPhrases.missing(missing));
  const id = earlier?.id ?? randomUUID();
  const revision = (earlier?.revision ?? 0) + 1;
  const answers = await storedAnswers(context, form, { state, earlier: earlier?.answers ?? {} });
  const judged = await judgementOf(context, { id, answers }, state.answers);
  const content = {
    compoundName: String(state.answers[fieldFor(form, "name")?.key ?? ""] ?? ""),
    // Prisma's JSON columns want an index signature without our types.
    answers: answers as Record<string, never>,
    ...{ formVersion: form.version, definitionVersion: campaign.definitionVersion, submittedAt: now },
  };
  const standing = standingAfter(earlier, judged);
  const data = { ...content, ...standing, district: submission.district, revision, submittedBy: person.staffId };
  const reason = lateReason === undefined ? undefined : await context.personal.store(lateReason);
  const rows = [applicationTable.row({ id }), applicationRevisionTable.row({ case_id: id, revision })];
  const ruling = judged?.ruling === undefined ? {} : { ruling: judged.ruling };
  await context.withJournal({ action: "application.submitted", rows, caseId: id, ...ruling }, async () => {
    await tx.application.upsert({ where: { id }, create: { id, campaignId: campaign.id, ...data }, update: data });
    await tx.applicationRevision.create({
      data: {
        ...content,
        ...{ caseId: id, revision, campaignId: campaign.id, contentHash: contentHash(answers) },
        ...{ typedBy: person.staffId, responsible: responsibleIn(context) ?? person.staffId },
        ...(reason === undefined ? {} : { late: true, lateReason: { ...reason } }),
      },
    });
  });
  return id;
}

type Standing = Pick<Application, "state" | "exclusion" | "declaration" | "settled">;

/** What was excluded stays excluded, whatever is submitted later: only an approver lifts it. */
function standingAfter(earlier: Application | undefined, judged: Disqualification | undefined): Standing {
  if (earlier?.state === "excluded") {
    return { state: "excluded", exclusion: earlier.exclusion, declaration: earlier.declaration, settled: null };
  }
  return {
    state: judged?.exclusion === undefined ? "submitted" : "excluded",
    exclusion: judged?.exclusion ?? null,
    declaration: judged?.declaration ?? "none",
    settled: judged?.settled ?? null,
  };
}
