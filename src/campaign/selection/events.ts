import { event } from "../engine/events.ts";

/** A version has been proposed, approved, declined, superseded or published. */
export const selectionChanged = event<{ version: number }>("selection.changed");

/** The list has been published. */
export const selectionPublished = event<{ version: number }>("selection.published");
