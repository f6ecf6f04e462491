import { event } from "../engine/events.ts";

/** A version of the selection was proposed, approved, declined, superseded or published. */
export const selectionChanged = event<{ version: number }>("selection.changed");

/** The list is out. */
export const selectionPublished = event<{ version: number }>("selection.published");
