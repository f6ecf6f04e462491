import type { ViewForm } from "../../platform/chat/view.ts";
import { shareOf } from "../../platform/conversation/shared-work.ts";
import { applicationPhrases } from "../application/phrases.ts";
import { conflictFields, decide } from "../application/settle.ts";
import type { PersonContext } from "../engine/context.ts";
import { giveShared } from "../scoring/give-shared.ts";
import { givenBy, type ScoreValues, shownScores } from "../scoring/score-values.ts";
import { moveTo } from "../scoring/scoring-draft.ts";
import type { ReviewDraft } from "./review.ts";

export const SETTLE = "preliminary-review.settle";

/** Asks which points count where two people gave different ones. */
export function conflictForm(
  review: Pick<ReviewDraft, "application" | "work" | "viewer">,
  present: ScoreValues,
): ViewForm {
  const { conflicts } = shareOf(review.work, review.viewer);
  return {
    id: "preliminary-review-conflict",
    action: SETTLE,
    subject: review.application.id,
    submitLabel: applicationPhrases.settle(),
    fields: conflictFields({ conflicts, present, as: shownScores }),
  };
}

/** Decides about conflicts, by field; those without a decision stay. */
export async function settleConflicts(
  context: PersonContext,
  review: ReviewDraft,
  sideOf: (key: string) => unknown,
): Promise<ReviewDraft> {
  const { conflicts } = shareOf(review.work, review.viewer);
  const { mine, open } = decide(conflicts, sideOf);
  const { draft } = await giveShared(context, review, givenBy(mine));
  return { ...review, ...(await moveTo(context, draft, review.at, { conflicts: open })) };
}
