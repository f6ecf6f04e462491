import { event } from "../../engine/events.ts";

/** A correction of the published list has been proposed or decided. */
export const correctionChanged = event<{ number: number }>("publication.correction-changed");
