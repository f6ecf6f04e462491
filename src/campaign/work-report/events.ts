import { event } from "../engine/events.ts";

/** A district handed its report in, or a new version of it. */
export const reportHandedIn = event<{ district: string; version: number }>("work-report.handed-in");
