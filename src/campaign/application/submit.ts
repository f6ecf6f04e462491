import { randomUUID } from "node:crypto";
import type { AnswerValue } from "../../platform/conversation/answer.ts";
import { showAnswer } from "../../platform/conversation/answers/show-answer.ts";
import { type Form, type Question, questionByKey } from "../../platform/conversation/field.ts";
import { type FormState, missingQuestions } from "../../platform/conversation/form-state.ts";
import { recorded } from "../../platform/journal/record.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { Refusal } from "../../shared/refusal.ts";
import { rulingValue } from "../definition/rulings-in-force.ts";
import type { PersonTurn } from "../engine/feature.ts";
import type { Application, StoredAnswer } from "./application.ts";
import { applicationForm } from "./form.ts";
import { applicationPhrases } from "./phrases.ts";
import { type AccidentReading, readAccident } from "./rules.ts";
import { applicationById, lockApplication } from "./store.ts";

/** The declaration of L117 as the form names it. */
const ACCIDENT_FIELD = "safetyAccident";
const ACCIDENT_RULING = "R6";
/** Kinds whose text may hold anything people write. */
const FREE_TEXT = ["longText"];

export interface Submission {
  district: string;
  /** The application being changed; undefined for a new one. */
  applicationId: string | undefined;
  state: FormState;
}

/**
 * 提交. Hands the form in: a new application, or a new revision of one. A declared accident inside the window of R6
 * excludes the compound (L117).
 * @throws {Refusal} naming what is missing, or when the application can no longer be changed
 */
export async function submitApplication(turn: PersonTurn, submission: Submission): Promise<Application> {
  const { tx, campaign, now, person } = turn;
  const form = applicationForm(campaign.definition);
  const missing = missingQuestions(form, submission.state);
  if (missing.length > 0) throw new Refusal("application.incomplete", applicationPhrases.missing(missing));
  const id = submission.applicationId ?? randomUUID();
  const earlier = submission.applicationId ? await lockApplication(tx, id) : undefined;
  if (earlier?.state === "withdrawn") throw new Refusal("application.withdrawn", applicationPhrases.withdrawnAlready());
  const accident = accidentOf(turn, submission.state);
  const data = {
    district: submission.district,
    compoundName: String(submission.state.answers.compoundName ?? ""),
    answers: await storedAnswers(turn, form, submission.state),
    revision: (earlier?.revision ?? 0) + 1,
    formVersion: form.version,
    definitionVersion: campaign.definitionVersion,
    state: accident.excluded ? "excluded" : "submitted",
    exclusion: accident.excluded ? applicationPhrases.exclusion(accident.since) : null,
    declaration: accident.declaration,
    submittedAt: now,
    submittedBy: person.staffId,
  };
  const rows = [{ table: "application" as const, key: { id } }];
  const act = { campaignId: campaign.id, at: now, actor: person.staffId, action: "application.submitted", rows };
  await recorded(tx, { ...act, ...(accident.excluded ? { ruling: ACCIDENT_RULING } : {}) }, () =>
    tx.application.upsert({ where: { id }, create: { id, campaignId: campaign.id, ...data }, update: data }),
  );
  const submitted = await applicationById(tx, id);
  if (!submitted) throw new Error(`application ${id} was not stored`);
  return submitted;
}

function accidentOf(turn: PersonTurn, { answers }: FormState): AccidentReading {
  const answer = answers[ACCIDENT_FIELD];
  const declared = typeof answer === "object" ? answer : { choice: "none", details: {} };
  const { yearsBefore } = rulingValue(turn.campaign.definition, ACCIDENT_RULING, turn.rulings);
  return readAccident(
    { choice: declared.choice, happenedOn: declared.details.happenedOn },
    { submittedOn: dayOf(turn.now), yearsBefore: typeof yearsBefore === "number" ? yearsBefore : 2 },
  );
}

/** Personal values and free text go apart; the rest stands in the table as it is. */
async function storedAnswers(turn: PersonTurn, form: Form, { answers }: FormState): Promise<Record<string, never>> {
  const stored: Record<string, StoredAnswer> = {};
  for (const [key, value] of Object.entries(answers)) {
    const question = questionByKey(form, key);
    if (question) stored[key] = await storedAnswer(turn, question, value);
  }
  return stored as Record<string, never>;
}

async function storedAnswer({ tx, campaign, personal }: PersonTurn, question: Question, value: AnswerValue) {
  if (question.personal || FREE_TEXT.includes(question.kind)) return personal.keep(tx, campaign.id, String(value));
  if (typeof value === "object") return personal.keep(tx, campaign.id, showAnswer(question, value));
  return value;
}
