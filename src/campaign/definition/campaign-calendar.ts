import { type Calendar, makeCalendar } from "./calendar.ts";
import { type Definition, dayInCampaign } from "./definition.ts";

/** National arrangement with the adjustments of calendar.yaml. */
export const campaignCalendar = (definition: Definition): Calendar =>
  makeCalendar({
    overrides: definition.calendar.overrides.map(({ day, working, reason }) => ({
      day: dayInCampaign(definition, day),
      working,
      reason,
    })),
  });
