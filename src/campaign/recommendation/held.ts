import { RefusalError } from "../../shared/refusal-error.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { listHeldBy } from "./extension-points.ts";
import { withdrawalPhrases as phrases } from "./phrases.ts";
import { listsInForce, type RecommendationList } from "./store.ts";

type Held = Pick<RecommendationList, "district" | "items">;

/**
 * Why the list can be neither withdrawn nor replaced; undefined if it can. Final points of the city are one reason; that
 * somebody is scoring says nothing to anybody.
 */
export async function heldBy(context: Context, { district, items }: Held): Promise<string | undefined> {
  const caseIds = items.map(({ applicationId }) => applicationId);
  const { tx, campaign } = context;
  const scored = await tx.scoreSheet.count({
    where: { caseId: { in: caseIds }, ledger: "city", state: "finalized" },
  });
  if (scored > 0) return phrases.cityPoints(nounsOf(campaign.definition));
  return (await context.contributions(listHeldBy, { district, caseIds }))[0];
}

/** @throws {RefusalError} if the district's list in force is held */
export async function assertNotHeld(context: Context, district: string): Promise<void> {
  const list = (await listsInForce(context.tx, context.campaign.id)).get(district);
  const held = list && (await heldBy(context, list));
  if (held !== undefined)
    throw new RefusalError("recommendation.held", phrases.held(held, nounsOf(context.campaign.definition)));
}
