import { event } from "../engine/events.ts";

/** An application or a new revision has been submitted. It may be excluded. */
export const applicationSubmitted = event<{ id: string; district: string }>("application.submitted");

/** 撤回. */
export const applicationWithdrawn = event<{ id: string; district: string }>("application.withdrawn");
