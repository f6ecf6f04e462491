import { event } from "../engine/events.ts";

/** An objection was registered, handed on, reported, decided or replied to. */
export const objectionChanged = event<{ number: number }>("objection.changed");
