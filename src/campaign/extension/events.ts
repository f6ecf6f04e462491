import { event } from "../engine/events.ts";

/** An extension was asked for or decided. */
export const extensionChanged = event<{ deliverable: string; district: string }>("extension.changed");
