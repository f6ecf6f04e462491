import { event } from "../engine/events.ts";

/** The list in force of a district has changed: a version was reported, withdrawn, or taken back. */
export const listConfirmed = event<{ district: string; version: number }>("list.confirmed");

/** The signature of a reported list, or a page of its stamped copy, was registered. */
export const listSealed = event<{ district: string; version: number }>("list.sealed");

/**
 * Something holds a list of the district, or no longer does: the city's points become final or are reopened. Also raised
 * by the parts that contribute to `listHeldBy`, when a visit is arranged or called off, a case is returned or corrected.
 */
export const listHoldChanged = event<{ district: string }>("list.hold-changed");
