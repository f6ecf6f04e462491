import { event } from "../engine/events.ts";

/** Support was asked for, answered or closed. */
export const supportChanged = event<{ number: number; district: string; caseId: string | undefined }>(
  "support.changed",
);
