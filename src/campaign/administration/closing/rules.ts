import { addDays, type CivilDate, momentOf } from "../../../shared/civil-date.ts";
import { isYearCovered } from "../../definition/calendar.ts";
import { deadlineOf } from "../../definition/deadlines.ts";
import { stageWindow } from "../../definition/definition.ts";
import type { RulingsInForce } from "../../definition/rulings-in-force.ts";
import { deadlineContext, type RunningCampaign } from "../../definition/running-campaign.ts";

/** Days for missing deliverables before automatic closing. Our choice; the plan has no rule. */
const GRACE_DAYS = 30;

/** Last day of all stages and deliverables. */
export function lastDayOf(campaign: RunningCampaign, rulings: RulingsInForce): CivilDate {
  const { definition } = campaign;
  const { stages, deliverables } = definition.campaign;
  const days = [
    ...stages.map((stage) => stageWindow(definition, stage).to),
    ...deliverables.map(({ id }) => deadlineOf(deadlineContext(campaign, rulings), id).statedOn),
  ].sort();
  const last = days.at(-1);
  if (last === undefined) throw new Error(`campaign ${campaign.id} has neither stages nor deliverables`);
  return last;
}

/** When organizers are told: not at night. */
const TOLD_AT = "09:00";
/** No run of days off is longer. */
const LONGEST_REST = 12;

/**
 * Times of automatic closing, in the morning of a working day. `over`: after the last day, if nothing is missing. `grace`:
 * the latest time.
 */
export function endsAt(campaign: RunningCampaign, rulings: RulingsInForce): Record<"over" | "grace", Date> {
  const day = addDays(lastDayOf(campaign, rulings), 1);
  return { over: morningFrom(campaign, day), grace: morningFrom(campaign, addDays(day, GRACE_DAYS)) };
}

/** Without a published calendar of the time the day itself. */
function morningFrom({ calendar }: RunningCampaign, day: CivilDate): Date {
  const isKnown = [day, addDays(day, LONGEST_REST)].every((one) => isYearCovered(Number(one.slice(0, 4))));
  return momentOf(isKnown ? calendar.nextWorkingDay(day) : day, TOLD_AT);
}
