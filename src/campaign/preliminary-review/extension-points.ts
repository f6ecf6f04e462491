import type { Action } from "../../platform/chat/view.ts";
import { hasRecommendation } from "../application/offered.ts";
import type { Context } from "../engine/context.ts";
import { extensionPoint } from "../engine/extension-point.ts";
import { reviewPhrases as phrases } from "./phrases.ts";

/**
 * Why final points of a district can no longer be changed, as a sentence; undefined if they can. Extended by the parts
 * that build on them.
 */
export const pointsBoundBy = extensionPoint<{ district: string; caseId?: string }, string>(
  "preliminary-review.points-bound-by",
);

/** What comes after 提交定稿, in a sentence, and its press. */
export interface NextStep {
  words: string;
  action: Action;
}

/** What comes after 提交定稿 of this case in place of 推荐. Extended by the parts that open points again after 报送. */
export const stepAfterFinal = extensionPoint<{ caseId: string }, NextStep>("preliminary-review.step-after-final");

/** {@link stepAfterFinal}; else 推荐, where the campaign has it. */
export async function nextStep(context: Context, caseId: string): Promise<NextStep | undefined> {
  const [other] = await context.contributions(stepAfterFinal, { caseId });
  if (other || !hasRecommendation(context.campaign.definition)) return other;
  const action = { id: "recommendation.start", label: phrases.recommend(), typed: "推荐", look: "primary" } as const;
  return { words: phrases.nextIsList(), action };
}

/** @param caseId whose points are asked about; left out: of the district in general */
export const boundBy = async (context: Context, district: string, caseId?: string): Promise<string | undefined> =>
  (await context.contributions(pointsBoundBy, { district, ...(caseId === undefined ? {} : { caseId }) }))[0];
