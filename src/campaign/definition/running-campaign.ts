import type { CivilDate } from "../../shared/civil-date.ts";
import type { Calendar } from "./calendar.ts";
import { campaignCalendar } from "./campaign-calendar.ts";
import type { DeadlineContext } from "./deadlines.ts";
import type { Definition } from "./definition.ts";
import { noRulings, type RulingsInForce } from "./rulings-in-force.ts";

/** A started campaign and its pinned definition. */
export interface RunningCampaign {
  id: string;
  definition: Definition;
  definitionVersion: number;
  calendar: Calendar;
  /** Campaign time of the first start. Reminders due earlier are not sent. */
  startedAt: Date;
  /** Campaign time of the closing; the campaign is read-only afterwards. Undefined while open. */
  closedAt?: Date;
  /** 延期 in force, by {@link extensionKey}; left out: none. */
  extendedTo?: ReadonlyMap<string, CivilDate>;
}

export const extensionKey = (deliverable: string, district: string): string => `${deliverable}/${district}`;

export const runningCampaign = (
  facts: Omit<RunningCampaign, "calendar" | "id"> & { definition: Definition },
): RunningCampaign => ({
  ...facts,
  id: facts.definition.campaign.id,
  calendar: campaignCalendar(facts.definition),
});

/**
 * @param rulings answers in force; they can move a day or make it binding
 * @param district whose day it is, with the extensions granted to it; left out: the day of all
 */
export const deadlineContext = (
  { definition, calendar, extendedTo }: RunningCampaign,
  rulings: RulingsInForce = noRulings,
  district?: string,
): DeadlineContext => ({
  definition,
  calendar,
  rulings,
  ...(extendedTo && district !== undefined
    ? { extendedTo: (deliverable: string) => extendedTo.get(extensionKey(deliverable, district)) }
    : {}),
});

/** The campaign as it was then: open before its closing. */
export function campaignAt(campaign: RunningCampaign, at: Date): RunningCampaign {
  const { closedAt, ...open } = campaign;
  return closedAt !== undefined && closedAt <= at ? campaign : open;
}
