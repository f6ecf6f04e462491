import { event } from "../engine/events.ts";

/** A team was proposed, approved or sent back; or a member was given or left it. */
export const teamChanged = event<Record<string, never>>("evaluation-team.changed");

/** A team was approved: the roles follow it. */
export const teamApproved = event<{ version: number }>("evaluation-team.approved");

/** A recusal was raised or decided, or a member said that there is none. */
export const recusalChanged = event<{ caseId: string; memberId: string }>("evaluation-team.recusal-changed");
