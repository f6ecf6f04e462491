import { event } from "../engine/events.ts";

/** Reminders went out, or a day came on which some might. */
export const remindersRun = event<{ day: string }>("reminder.run");

/** A district said by when it will hand something in. */
export const agreedChanged = event<{ deliverable: string; district: string }>("reminder.agreed");
