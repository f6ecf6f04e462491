import { campaignCalendar } from "../../../../src/campaign/definition/campaign-calendar.ts";
import type { DeadlineContext } from "../../../../src/campaign/definition/deadlines.ts";
import { loadDefinition } from "../../../../src/campaign/definition/load.ts";

/** A town selects households; no verification, bonus points, a stage over New Year. */
export const HOUSEHOLDS = "campaigns/example-households";
export const households = loadDefinition(HOUSEHOLDS);
export const householdsContext: DeadlineContext = { definition: households, calendar: campaignCalendar(households) };
/** Every district sends one project; no rubric. */
export const BEIJING = "campaigns/beijing-2024";
export const beijing = loadDefinition(BEIJING);
