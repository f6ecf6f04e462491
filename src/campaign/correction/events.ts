import { event } from "../engine/events.ts";

/** A case was returned for correction, the return was taken back, explained, or corrected. */
export const returnChanged = event<{ caseId: string; district: string }>("correction.return-changed");
