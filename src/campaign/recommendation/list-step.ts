import { RefusalError } from "../../shared/refusal-error.ts";
import { CASE_STEPS, type CaseStep, type Change, consequenceOf } from "../application/consequences.ts";
import { stepsOf } from "../application/extension-points.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { listStep } from "./extension-points.ts";
import type { RecommendationList } from "./store.ts";
import { withdrawalPhrases as phrases } from "./withdrawal-phrases.ts";

type ListChange = Extract<Change, "listWithdrawn" | "listTakenBack" | "listReported">;

/** The furthest step of the cases on a list, and of the campaign with all lists; at least "recommended". */
export async function stepOfList(context: Context, { items }: Pick<RecommendationList, "items">): Promise<CaseStep> {
  const ids = items.map(({ applicationId }) => applicationId);
  const steps = [...(await stepsOf(context, ids)).values(), ...(await context.contributions(listStep, {}))];
  return CASE_STEPS.findLast((step) => steps.includes(step) || step === "recommended") ?? "recommended";
}

/** A list that is not reported yet has no cases that could have come further. */
const UNREPORTED = { items: [] };

/** Lists can be neither reported, withdrawn nor put in force again: the city's list is published. */
export const areListsFrozen = (context: Context): Promise<boolean> => isFrozen(context, UNREPORTED);

export const isFrozen = async (context: Context, list: Pick<RecommendationList, "items">): Promise<boolean> =>
  isRefused("listWithdrawn", await stepOfList(context, list));

const isRefused = (change: ListChange, step: CaseStep): boolean =>
  consequenceOf(change, step).blocked.includes("change");

/**
 * @returns the furthest step of the list
 * @throws {RefusalError} if the consequences of the change forbid it
 */
export async function assertChangeable(
  context: Context,
  change: ListChange,
  list: Pick<RecommendationList, "items"> = UNREPORTED,
): Promise<CaseStep> {
  const step = await stepOfList(context, list);
  if (!isRefused(change, step)) return step;
  const nouns = nounsOf(context.campaign.definition);
  throw new RefusalError("recommendation.published", phrases.published[change](nouns));
}
