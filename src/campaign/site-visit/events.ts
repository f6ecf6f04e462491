import { event } from "../engine/events.ts";

/** Visits were arranged, moved, cancelled or made. */
export const visitsChanged = event<{ caseIds: readonly string[] }>("site-visit.changed");

/** Who verifies these cases has changed. */
export const assignmentsChanged = event<{ caseIds: readonly string[] }>("site-visit.assignments-changed");
