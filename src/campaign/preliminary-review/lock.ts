import { RefusalError } from "../../shared/refusal-error.ts";
import type { Application } from "../application/application.ts";
import type { PersonContext } from "../engine/context.ts";
import { finalizeSheet } from "../scoring/finalize.ts";
import { HUNDREDTHS, pointsByRow, totalOf, unanswered } from "../scoring/points.ts";
import { barSentence } from "../scoring/views.ts";
import { reviewPhrases } from "./phrases.ts";
import { openReview } from "./review.ts";

interface LockedReview {
  application: Application;
  /** In points. */
  total: number;
  /** Why it cannot be recommended with them; undefined where it can. */
  barred: string | undefined;
}

/**
 * 锁定. From here the points stand; until here nobody outside the district saw them.
 * @throws {RefusalError} naming the rows without points
 */
export async function lockReview(context: PersonContext, applicationId: string): Promise<LockedReview> {
  const { rubric } = context.campaign.definition;
  const { application, sheet } = await openReview(context, applicationId);
  const open = unanswered(rubric, pointsByRow(sheet));
  if (open.length > 0) throw new RefusalError("review.incomplete", reviewPhrases.cannotLock(open));
  await finalizeSheet(context, sheet, application.district);
  return { application, total: totalOf(rubric, sheet) / HUNDREDTHS, barred: barSentence(context.campaign, sheet) };
}
