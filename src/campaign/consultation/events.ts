import { event } from "../engine/events.ts";

/** A letter was made, or replies were recorded or decided on. `cases`: ids of the applications that it concerns. */
export const consultationChanged = event<{ cases: readonly string[] }>("consultation.changed");
