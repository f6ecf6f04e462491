import type { Calendar } from "./calendar.ts";
import { campaignCalendar } from "./campaign-calendar.ts";
import type { DeadlineContext } from "./deadlines.ts";
import type { Definition } from "./definition.ts";
import { noRulings, type RulingsInForce } from "./rulings-in-force.ts";

/** A campaign under way, with the definition it is pinned to. */
export interface RunningCampaign {
  id: string;
  definition: Definition;
  definitionVersion: number;
  calendar: Calendar;
  /** Campaign time of the first start: what was due before it is looked at, not made up for. */
  startedAt: Date;
  /** Campaign time from which it is only read; missing while it goes on. */
  closedAt?: Date;
}

export const runningCampaign = (
  facts: Omit<RunningCampaign, "calendar" | "id"> & { definition: Definition },
): RunningCampaign => ({
  ...facts,
  id: facts.definition.campaign.id,
  calendar: campaignCalendar(facts.definition),
});

/** @param rulings the answers in force; they may move a day or make it binding */
export const deadlineContext = (
  { definition, calendar }: RunningCampaign,
  rulings: RulingsInForce = noRulings,
): DeadlineContext => ({ definition, calendar, rulings });
