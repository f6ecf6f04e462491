import type { Context } from "../engine/context.ts";
import { extensionPoint } from "../engine/extension-point.ts";

/** True once the city's list is published. Extended by the part that publishes it. */
export const publicationState = extensionPoint<Record<string, never>, boolean>("ranking.publication-state");

export const isPublished = async (context: Context): Promise<boolean> =>
  (await context.contributions(publicationState, {})).includes(true);

/** Ids of the applications on the published list; undefined before publication. Extended by the part that publishes it. */
export const publishedSelection = extensionPoint<Record<string, never>, ReadonlySet<string>>(
  "ranking.published-selection",
);

export const publishedIds = async (context: Context): Promise<ReadonlySet<string> | undefined> =>
  (await context.contributions(publishedSelection, {}))[0];
