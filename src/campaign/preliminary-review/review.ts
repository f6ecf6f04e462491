import type { Draft } from "../../platform/conversation/drafts.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Application } from "../application/application.ts";
import { hasReview } from "../application/offered.ts";
import { lockApplication } from "../application/store.ts";
import type { Definition } from "../definition/definition.ts";
import { deliverableFor } from "../definition/purposes.ts";
import { nounsOf } from "../directory/nouns.ts";
import { isAcceptanceOver } from "../engine/acceptance.ts";
import type { Context, DraftName, PersonContext } from "../engine/context.ts";
import { partlyOpen } from "../engine/open-parts.ts";
import { openSheet } from "../scoring/open-sheet.ts";
import { isFinalized } from "../scoring/points.ts";
import { DISTRICT_SCORER, type ScoreSheet, type SheetOwner } from "../scoring/score-sheet.ts";
import { openScoring, type ScoringDraft } from "../scoring/scoring-draft.ts";
import { sheetOf } from "../scoring/store.ts";
import { boundBy } from "./extension-points.ts";
import { reviewPhrases } from "./phrases.ts";
import { mayScore } from "./rules.ts";

/** Of every command that scores. After 公布 points lead to nothing. */
export const SCORES = {
  capability: "preliminaryReview.score",
  step: "review",
  offeredWhen: hasReview,
  until: "publication",
} as const;

export const DIALOGUE = "preliminary-review.sheet";
export const SHEET_CARD = "preliminary-review.sheet";
/** Id of the deliverable. */
export const reviewDeliverable = (definition: Definition): string | undefined =>
  deliverableFor(definition, "review")?.id;

/** 初评 of one application. */
interface Review {
  application: Application;
  sheet: ScoreSheet;
}

/** A review in progress, with the current row. */
export interface ReviewDraft extends ScoringDraft {
  application: Application;
}

export const sheetOwner = (caseId: string): SheetOwner => ({ caseId, ledger: "district", scorer: DISTRICT_SCORER });

/** Kind of the draft that keeps where people are on a sheet. */
export const PLACE = "preliminary-review.place";

export const placeOf = ({ id, district }: Pick<Application, "id" | "district">): DraftName => ({
  kind: PLACE,
  district,
  subject: id,
});

/** Where people are on the case's sheet, found before its district is known. */
export const placesOn = ({ drafts }: Pick<Context, "drafts">, caseId: string): Promise<Draft[]> =>
  drafts.unfinished({ kind: PLACE, subject: caseId });

/**
 * Locks the application and reads or creates its sheet.
 * @throws {RefusalError} if the application is another district's, excluded or withdrawn, or its review is finalized
 */
export async function openReview(context: PersonContext, applicationId: string): Promise<Review> {
  // What is asked next is read with the lock, after it.
  const [application] = await Promise.all([
    lockApplication(context.tx, applicationId),
    sheetOf(context.tx, sheetOwner(applicationId)),
    placesOn(context, applicationId),
    context.contributions(partlyOpen, { caseId: applicationId }),
    isAcceptanceOver(context),
  ]);
  if (!application || !mayScore(context.person, application)) {
    throw new RefusalError("review.not-own", reviewPhrases.notOwn(nounsOf(context.campaign.definition)));
  }
  const { compoundName: name, state, exclusion } = application;
  if (state === "excluded") throw new RefusalError("review.excluded", reviewPhrases.excluded(name, exclusion ?? ""));
  if (state === "withdrawn") throw new RefusalError("review.withdrawn", reviewPhrases.withdrawn(name));
  const sheet = await openSheet(context, sheetOwner(applicationId));
  if (isFinalized(sheet)) {
    const bound = await boundBy(context, application.district, applicationId);
    throw new RefusalError("review.locked", reviewPhrases.finalizedAlready(name, bound));
  }
  return { application, sheet };
}

/** {@link openReview} with the current row. @throws {RefusalError} like {@link openReview} */
export async function openReviewDraft(context: PersonContext, applicationId: string): Promise<ReviewDraft> {
  const { application, sheet } = await openReview(context, applicationId);
  const [known] = await placesOn(context, applicationId);
  return { application, ...(await openScoring(context, { sheet, known, name: placeOf(application) })) };
}
