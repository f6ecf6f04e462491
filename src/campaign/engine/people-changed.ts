import { event } from "./events.ts";

/** Somebody's roles or leave changed, or began or ended with a day. */
export const peopleChanged = event<{ staffIds: readonly string[] }>("people.changed");
