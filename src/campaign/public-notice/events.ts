import { event } from "../engine/events.ts";

/** A 公示 has begun, was extended, or its proof has changed. */
export const noticeChanged = event<{ number: number; version: number }>("public-notice.changed");
