import { type CivilDate, dayOf } from "../../shared/civil-date.ts";
import type { Calendar } from "../definition/calendar.ts";
import { type Deadline, type Deliverable, deadlineOf, type Stage } from "../definition/deadlines.ts";
import { stageWindow } from "../definition/definition.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import { deadlineContext, type RunningCampaign } from "../definition/running-campaign.ts";

/** The stages whose window holds the day, by the plan's dates. */
export const openStages = ({ definition }: RunningCampaign, today: CivilDate): Stage[] =>
  definition.campaign.stages.filter((stage) => {
    const { from, to } = stageWindow(definition, stage);
    return from <= today && today <= to;
  });

/** The newest stage that has begun; undefined before the first. */
export const currentStage = ({ definition }: RunningCampaign, today: CivilDate): Stage | undefined =>
  definition.campaign.stages.findLast((stage) => stageWindow(definition, stage).from <= today);

export interface Owed {
  deliverable: Deliverable;
  deadline: Deadline;
  /** Working days left, today included; 0 once the stated day is over. */
  workingDaysLeft: number;
  late: boolean;
}

/**
 * What districts owe in this stage: its own deliverables and those of earlier stages whose stated day lies ahead (the
 * list of stage two is due ten days after it ends, L15), or passed with nothing handed in.
 */
export function owedInStage(
  campaign: RunningCampaign,
  stage: Stage,
  { now, rulings }: { now: Date; rulings: RulingsInForce },
): Owed[] {
  const { definition } = campaign;
  const order = definition.campaign.stages.map(({ id }) => id);
  const today = dayOf(now);
  return definition.campaign.deliverables
    .filter(({ owedBy, optional }) => owedBy === "district" && !optional)
    .filter((deliverable) => order.indexOf(deliverable.stage) <= order.indexOf(stage.id))
    .map((deliverable) => owedOf(campaign, deliverable, { today, rulings }))
    .filter(({ deliverable, deadline }) => deliverable.stage === stage.id || deadline.binding);
}

function owedOf(
  campaign: RunningCampaign,
  deliverable: Deliverable,
  { today, rulings }: { today: CivilDate; rulings: RulingsInForce },
): Owed {
  const deadline = deadlineOf(deadlineContext(campaign, rulings), deliverable.id);
  return {
    deliverable,
    deadline,
    workingDaysLeft: campaign.calendar.workingDaysFrom(today, deadline.statedOn),
    late: deadline.binding && deadline.statedOn < today,
  };
}

/** Working days left of the stage, today included. */
export const workingDaysLeft = (calendar: Calendar, now: Date, until: CivilDate): number =>
  calendar.workingDaysFrom(dayOf(now), until);
