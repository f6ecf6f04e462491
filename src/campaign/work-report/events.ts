import { event } from "../engine/events.ts";

/** A district handed in its report or a new version. */
export const reportHandedIn = event<{ district: string; version: number }>("work-report.handed-in");

/** A district took its last version back. */
export const reportTakenBack = event<{ district: string; version: number }>("work-report.taken-back");
