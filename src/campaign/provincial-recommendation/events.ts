import { event } from "../engine/events.ts";

/** A version has been proposed or decided, or what became of it has been recorded. */
export const provincialChanged = event<{ version: number }>("provincial-recommendation.changed");
