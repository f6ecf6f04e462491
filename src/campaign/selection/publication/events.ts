import { event } from "../../engine/events.ts";

/** The days of 公示 are over: 公布 is possible from today on. */
export const noticeEnded = event<{ version: number }>("publication.notice-ended");

/** A correction of the published list has been proposed or decided. */
export const correctionChanged = event<{ number: number }>("publication.correction-changed");
