import { event } from "../engine/events.ts";

/** The list in force of a district has changed: a version was reported, withdrawn, or taken back. */
export const listConfirmed = event<{ district: string; version: number }>("list.confirmed");
