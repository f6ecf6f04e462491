import { event } from "../engine/events.ts";

/** A district confirmed its list, or a new version of it. */
export const listConfirmed = event<{ district: string; version: number }>("list.confirmed");
