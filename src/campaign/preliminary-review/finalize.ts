import { shareOf, unseenBy } from "../../platform/conversation/shared-work.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Application } from "../application/application.ts";
import type { PersonContext } from "../engine/context.ts";
import { finalizeSheet } from "../scoring/finalize.ts";
import { HUNDREDTHS, pointRulesIn, pointsByRow, totalOf, unanswered, unfitRows } from "../scoring/points.ts";
import type { ScoreSheet } from "../scoring/score-sheet.ts";
import { moveTo } from "../scoring/scoring-draft.ts";
import { barSentence } from "../scoring/views.ts";
import { isLate, tellLate } from "./lateness.ts";
import { reviewPhrases } from "./phrases.ts";
import { openReviewDraft, type ReviewDraft } from "./review.ts";

interface FinalizedReview {
  kind: "finalized";
  application: Application;
  /** In points. */
  total: number;
  /** Reason against recommendation, as a sentence; undefined if there is none. */
  barred: string | undefined;
}

/**
 * 提交定稿, first step: shows what it affects and what colleagues changed.
 * @throws {RefusalError} if rows have no points; the sentence lists them
 */
export async function prepareFinalizing(context: PersonContext, applicationId: string): Promise<ReviewDraft> {
  const review = await openReviewDraft(context, applicationId);
  requireComplete(context, review.sheet);
  return {
    ...review,
    ...(await moveTo(context, review, undefined, {
      step: isLate(context, review.application.district) ? "whyLate" : "confirming",
    })),
  };
}

/**
 * 确认定稿. Makes the points final and visible outside the district. What has not been shown by 提交定稿 as it is now, or
 * was changed by a colleague since, is shown first; late ones need a reason.
 * @throws {RefusalError} if rows have no points; the sentence lists them
 */
export async function finalizeReview(
  context: PersonContext,
  applicationId: string,
  lateReason: string,
): Promise<FinalizedReview | { kind: "notShown" | "lookFirst" | "whyLate"; review: ReviewDraft }> {
  const { rubric } = context.campaign.definition;
  const review = await openReviewDraft(context, applicationId);
  const { application, sheet, work, viewer } = review;
  requireComplete(context, sheet);
  if (unseenBy(work, viewer).length > 0 || shareOf(work, viewer).conflicts.length > 0) {
    return { kind: "lookFirst", review: await prepareFinalizing(context, applicationId) };
  }
  // Whatever is done on the sheet after the look ends it.
  const { step } = shareOf(work, viewer);
  if (step !== "confirming" && step !== "whyLate") {
    return { kind: "notShown", review: await prepareFinalizing(context, applicationId) };
  }
  const { district } = application;
  const late = isLate(context, district);
  if (late && lateReason === "") return { kind: "whyLate", review: await prepareFinalizing(context, applicationId) };
  await finalizeSheet(context, sheet, { district, lateReason: late ? lateReason : undefined });
  if (late) await tellLate(context, application, lateReason);
  const total = totalOf(rubric, sheet) / HUNDREDTHS;
  return { kind: "finalized", application, total, barred: barSentence(context.campaign, sheet) };
}

function requireComplete({ campaign: { definition }, rulings }: PersonContext, sheet: ScoreSheet): void {
  const open = unanswered(definition.rubric, pointsByRow(sheet));
  if (open.length > 0)
    throw new RefusalError("review.incomplete", reviewPhrases.cannotFinalize(open, pointsByRow(sheet).size));
  const unfit = unfitRows(definition.rubric, sheet, pointRulesIn(definition, rulings));
  if (unfit.length > 0) throw new RefusalError("review.unfit", reviewPhrases.unfit(unfit));
}
