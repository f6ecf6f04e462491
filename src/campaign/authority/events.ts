import { event } from "../engine/events.ts";

/** An authority has been recorded, or a decision is in force no longer. */
export const decisionsChanged = event<Record<string, never>>("authority.decisions-changed");
