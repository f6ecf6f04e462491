import { event } from "../engine/events.ts";

/** An application was handed in, or a new revision of it; it may be excluded. */
export const applicationSubmitted = event<{ id: string; district: string }>("application.submitted");

/** An application no longer takes part. */
export const applicationWithdrawn = event<{ id: string; district: string }>("application.withdrawn");
