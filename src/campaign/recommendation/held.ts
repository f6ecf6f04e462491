import { RefusalError } from "../../shared/refusal-error.ts";
import { type Change, HELD } from "../application/consequences.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { type Listener, on } from "../engine/feature.ts";
import { sheetEvents } from "../scoring/events.ts";
import { listHoldChanged } from "./events.ts";
import { listHeldBy } from "./extension-points.ts";
import { listsInForce, type RecommendationList } from "./store.ts";
import { withdrawalPhrases as phrases } from "./withdrawal-phrases.ts";

type Held = Pick<RecommendationList, "district" | "items">;

/**
 * Why the list can be neither withdrawn nor replaced; undefined if it can. Final points of the city are one reason; that
 * somebody is scoring says nothing to anybody.
 * @param change default: a withdrawal, which is held by whatever holds any
 */
export async function heldBy(
  context: Context,
  { district, items }: Held,
  change: Change = "listWithdrawn",
): Promise<string | undefined> {
  const caseIds = items.map(({ applicationId }) => applicationId);
  const { tx, campaign } = context;
  const scored = await tx.scoreSheet.count({
    where: { caseId: { in: caseIds }, ledger: "city", state: "finalized" },
  });
  const cityPoints = { hold: "scored" as const, why: phrases.cityPoints(nounsOf(campaign.definition)) };
  const holds = [
    ...(scored > 0 ? [cityPoints] : []),
    ...(await context.contributions(listHeldBy, { district, caseIds })),
  ];
  return holds.find(({ hold }) => HELD[change].includes(hold))?.why;
}

/** Final points of the city hold the list on which their case is, until they are reopened. */
export const onCityPoints: readonly Listener[] = sheetEvents.map((type) =>
  on(type, async (context, { ledger, district }) => {
    if (ledger === "city") context.emit(listHoldChanged, { district });
  }),
);

/** @throws {RefusalError} if the district's list in force is held */
export async function assertNotHeld(
  context: Context,
  district: string,
  change: Extract<Change, "listWithdrawn" | "listReplaced">,
): Promise<void> {
  const list = (await listsInForce(context.tx, context.campaign.id)).get(district);
  const held = list && (await heldBy(context, list, change));
  if (held !== undefined)
    throw new RefusalError("recommendation.held", phrases.held(held, nounsOf(context.campaign.definition)));
}
