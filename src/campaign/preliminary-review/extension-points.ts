import type { Context } from "../engine/context.ts";
import { extensionPoint } from "../engine/extension-point.ts";

/**
 * Why final points of a district can no longer be changed, as a sentence; undefined if they can. Extended by the parts
 * that build on them.
 */
export const pointsBoundBy = extensionPoint<{ district: string; caseId?: string }, string>(
  "preliminary-review.points-bound-by",
);

/** @param caseId whose points are asked about; left out: of the district in general */
export const boundBy = async (context: Context, district: string, caseId?: string): Promise<string | undefined> =>
  (await context.contributions(pointsBoundBy, { district, ...(caseId === undefined ? {} : { caseId }) }))[0];
