import { addDays, type CivilDate, momentOf } from "../../../shared/civil-date.ts";
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

/**
 * Times of automatic closing. `over`: the day after the last one, if nothing is missing. `grace`: the latest time.
 */
export function endsAt(campaign: RunningCampaign, rulings: RulingsInForce): Record<"over" | "grace", Date> {
  const day = addDays(lastDayOf(campaign, rulings), 1);
  return { over: momentOf(day), grace: momentOf(addDays(day, GRACE_DAYS)) };
}
