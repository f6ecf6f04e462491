import type { Decision } from "../definition/schema/decisions.ts";

/** Decisions that say what points a row may have. */
export const DECISIONS_ON_POINTS: readonly Decision[] = ["pointStep", "allOrNothing", "notApplicable"];
