import { addDays, type CivilDate, momentOf } from "../../../shared/civil-date.ts";
import { deadlineOf } from "../../definition/deadlines.ts";
import { stageWindow } from "../../definition/definition.ts";
import type { RulingsInForce } from "../../definition/rulings-in-force.ts";
import { deadlineContext, type RunningCampaign } from "../../definition/running-campaign.ts";

/** How long what is still missing may come in before the campaign ends all the same. Ours: the plan names no end. */
const GRACE_DAYS = 30;

/** The last day of the last stage, or of what is owed after it. */
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
 * When a campaign ends by itself: `over`, the day after its last, if nothing is missing; `grace`, at the latest.
 */
export function endsAt(campaign: RunningCampaign, rulings: RulingsInForce): Record<"over" | "grace", Date> {
  const day = addDays(lastDayOf(campaign, rulings), 1);
  return { over: momentOf(day), grace: momentOf(addDays(day, GRACE_DAYS)) };
}
