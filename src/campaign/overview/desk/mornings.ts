import { addDays, dayOf, momentOf } from "../../../shared/civil-date.ts";
import { isYearCovered } from "../../definition/calendar.ts";
import type { RunningCampaign } from "../../definition/running-campaign.ts";

/** 08:45 of working days. */
export const MORNING_TIME = "08:45";

/** The last morning, and the one before it. */
export interface Mornings {
  last: Date;
  before: Date;
}

/** Undefined in a year without a published calendar. */
export function morningsAt({ calendar }: Pick<RunningCampaign, "calendar">, now: Date): Mornings | undefined {
  const today = dayOf(now);
  if (!isYearCovered(Number(today.slice(0, 4)))) return undefined;
  const workday = calendar.previousWorkingDay(today);
  const day = now < momentOf(workday, MORNING_TIME) ? calendar.previousWorkingDay(addDays(workday, -1)) : workday;
  const before = calendar.previousWorkingDay(addDays(day, -1));
  return { last: momentOf(day, MORNING_TIME), before: momentOf(before, MORNING_TIME) };
}
