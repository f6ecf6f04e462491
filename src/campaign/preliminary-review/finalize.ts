import { RefusalError } from "../../shared/refusal-error.ts";
import type { Application } from "../application/application.ts";
import type { PersonContext } from "../engine/context.ts";
import { finalizeSheet } from "../scoring/finalize.ts";
import { HUNDREDTHS, pointsByRow, totalOf, unanswered } from "../scoring/points.ts";
import { barSentence } from "../scoring/views.ts";
import { reviewPhrases } from "./phrases.ts";
import { openReview } from "./review.ts";

interface FinalizedReview {
  application: Application;
  /** In points. */
  total: number;
  /** Reason against recommendation, as a sentence; undefined if there is none. */
  barred: string | undefined;
}

/**
 * 提交定稿. Makes the points final and visible outside the district.
 * @throws {RefusalError} if rows have no points; the sentence lists them
 */
export async function finalizeReview(context: PersonContext, applicationId: string): Promise<FinalizedReview> {
  const { rubric } = context.campaign.definition;
  const { application, sheet } = await openReview(context, applicationId);
  const open = unanswered(rubric, pointsByRow(sheet));
  if (open.length > 0) throw new RefusalError("review.incomplete", reviewPhrases.cannotFinalize(open));
  await finalizeSheet(context, sheet, application.district);
  return { application, total: totalOf(rubric, sheet) / HUNDREDTHS, barred: barSentence(context.campaign, sheet) };
}
