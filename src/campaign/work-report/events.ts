import { event } from "../engine/events.ts";

/** A district handed in its report or a new version. */
export const reportHandedIn = event<{ district: string; version: number }>("work-report.handed-in");
