import { event } from "../../engine/events.ts";

/** 附件1 of a case was answered, or answered otherwise. */
export const requirementsAnswered = event<{ id: string; district: string }>("requirements.answered");
