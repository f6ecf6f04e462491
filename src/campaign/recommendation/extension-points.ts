import type { CaseStep, Hold } from "../application/consequences.ts";
import { extensionPoint } from "../engine/extension-point.ts";

/**
 * How far the campaign has come with all reported lists, whatever is on them; undefined if nothing concerns all of
 * them. After 公布 every list is at "published". Extended by the part that publishes.
 */
export const listStep = extensionPoint<Record<string, never>, CaseStep | undefined>("recommendation.list-step");

/**
 * Why a reported list can be neither withdrawn nor replaced, as a clause without a full stop: the city has begun to work
 * with one of its cases. Extended by the parts that do; they raise `listHoldChanged` when it begins and when it ends.
 */
export const listHeldBy = extensionPoint<{ district: string; caseIds: readonly string[] }, { hold: Hold; why: string }>(
  "recommendation.list-held-by",
);
