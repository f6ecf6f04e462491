import type { CaseStep } from "../application/consequences.ts";
import { extensionPoint } from "../engine/extension-point.ts";

/**
 * How far the campaign has come with all reported lists, whatever is on them; undefined if nothing concerns all of
 * them. After 公布 every list is at "published". Extended by the part that publishes.
 */
export const listStep = extensionPoint<Record<string, never>, CaseStep | undefined>("recommendation.list-step");

/**
 * Why a reported list can be neither withdrawn nor replaced, in a sentence: the city has begun to work with it. Extended
 * by the parts that do.
 */
export const listHeldBy = extensionPoint<{ district: string; caseIds: readonly string[] }, string>(
  "recommendation.list-held-by",
);
