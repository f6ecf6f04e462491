import { event } from "../engine/events.ts";

/** A version has been proposed, approved, declined, superseded or published. */
export const selectionChanged = event<{ version: number }>("selection.changed");

/** The list has been published. */
export const selectionPublished = event<{ version: number }>("selection.published");

/** Something that 公布 waits for, or that is to be known before it, has changed. */
export const publicationWaitsChanged = event<Record<string, never>>("selection.publication-waits-changed");

/** Cases of the published list have been sent on to the province. */
export const sentToProvince = event<Record<string, never>>("selection.sent-to-province");
