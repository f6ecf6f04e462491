import { recorded } from "../../platform/journal/record.ts";
import { Refusal } from "../../shared/refusal.ts";
import type { Application } from "../application/application.ts";
import type { PersonTurn } from "../engine/feature.ts";
import { unanswered } from "../scoring/points.ts";
import { openReview } from "./give-points.ts";
import { reviewPhrases } from "./phrases.ts";
import { HUNDREDTHS, pointsByRow } from "./rules.ts";
import { totalOf } from "./store.ts";

/**
 * 锁定. From here the points stand; until here nobody outside the district saw them.
 * @returns the application and its total in points
 * @throws {Refusal} naming the rows without points
 */
export async function lockReview(
  turn: PersonTurn,
  applicationId: string,
): Promise<{ application: Application; total: number }> {
  const { tx, campaign, now, person } = turn;
  const { application, review } = await openReview(turn, applicationId);
  const open = unanswered(campaign.definition.rubric, pointsByRow(review));
  if (open.length > 0) throw new Refusal("review.incomplete", reviewPhrases.cannotLock(open));
  const rows = [{ table: "preliminary_review" as const, key: { application_id: applicationId } }];
  const act = { campaignId: campaign.id, at: now, actor: person.staffId, action: "review.locked", rows };
  await recorded(tx, act, () =>
    tx.preliminaryReview.update({ where: { applicationId }, data: { lockedAt: now, lockedBy: person.staffId } }),
  );
  return { application, total: totalOf(review) / HUNDREDTHS };
}
