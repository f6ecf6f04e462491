import { event } from "../../../engine/events.ts";

/** Paper copies of a form are somewhere else, or were received. */
export const copiesChanged = event<{ id: string }>("application.copies-changed");
