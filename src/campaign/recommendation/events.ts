import { event } from "../engine/events.ts";

/** A district has confirmed a version of its list. */
export const listConfirmed = event<{ district: string; version: number }>("list.confirmed");
