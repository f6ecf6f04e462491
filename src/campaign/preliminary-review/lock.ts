import { RefusalError } from "../../shared/refusal-error.ts";
import type { Application } from "../application/application.ts";
import type { PersonContext } from "../engine/context.ts";
import { finalizeSheet } from "../scoring/finalize.ts";
import { HUNDREDTHS, pointsByRow, totalOf, unanswered } from "../scoring/points.ts";
import { reviewPhrases } from "./phrases.ts";
import { openReview } from "./review.ts";

/**
 * 锁定. From here the points stand; until here nobody outside the district saw them.
 * @returns the application and its total in points
 * @throws {RefusalError} naming the rows without points
 */
export async function lockReview(
  context: PersonContext,
  applicationId: string,
): Promise<{ application: Application; total: number }> {
  const { application, sheet } = await openReview(context, applicationId);
  const open = unanswered(context.campaign.definition.rubric, pointsByRow(sheet));
  if (open.length > 0) throw new RefusalError("review.incomplete", reviewPhrases.cannotLock(open));
  await finalizeSheet(context, sheet, application.district);
  return { application, total: totalOf(sheet) / HUNDREDTHS };
}
