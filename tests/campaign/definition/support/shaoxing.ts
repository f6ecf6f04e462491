import { campaignCalendar } from "../../../../src/campaign/definition/campaign-calendar.ts";
import type { DeadlineContext } from "../../../../src/campaign/definition/deadlines.ts";
import { loadDefinition } from "../../../../src/campaign/definition/load.ts";

export const SHAOXING = "campaigns/shaoxing-2023";
export const shaoxing = loadDefinition(SHAOXING);
export const shaoxingContext: DeadlineContext = { definition: shaoxing, calendar: campaignCalendar(shaoxing) };
