import { event } from "../engine/events.ts";

/** A district handed in its report or a new version. */
export const reportHandedIn = event<{ district: string; version: number }>("work-report.handed-in");

/** What stands beside a version changed: parts given, 退回, the first look of the city. */
export const reportChanged = event<{ district: string; version: number }>("work-report.changed");

/** Whether the district's version in force is one that the city sent back changed. */
export const reportReturnChanged = event<{ district: string }>("work-report.return-changed");

/** A district took its last version back. */
export const reportTakenBack = event<{ district: string; version: number }>("work-report.taken-back");
