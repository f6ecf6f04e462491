import { event } from "../engine/events.ts";

/** An archive was asked for, decided on or made. */
export const archiveChanged = event<{ number: number }>("archive.changed");
