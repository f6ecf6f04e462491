import { type CivilDate, dayOf } from "../../shared/civil-date.ts";
import { type Deadline, deadlineOf } from "../definition/deadlines.ts";
import { stageWindow } from "../definition/definition.ts";
import { type Deliverable, deliverableFor, leadsToList } from "../definition/purposes.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import { deadlineContext, type RunningCampaign } from "../definition/running-campaign.ts";
import { districtsOwing, isOwed } from "../stage/rules.ts";
import type { Extended } from "./extension.ts";

interface When {
  now: Date;
  rulings: RulingsInForce;
}

/** What can be extended for the district: what it owes by a day that binds; other days are met at any time. */
export const extendable = (campaign: RunningCampaign, district: string, { now, rulings }: When): Deliverable[] =>
  campaign.definition.campaign.deliverables.filter(
    (deliverable) =>
      isOwed(deliverable) &&
      districtsOwing(campaign.definition, deliverable, dayOf(now)).some(({ id }) => id === district) &&
      deadlineOf(deadlineContext(campaign, rulings), deliverable.id).binding,
  );

/** A day of the plan is changed with the approver's consent only. */
export const needsApprover = ({ mark }: Pick<Deadline, "mark">): boolean => mark !== "ours";

/** The district's day as it stands now. */
export const deadlineFor = (
  { campaign, rulings }: { campaign: RunningCampaign; rulings: RulingsInForce },
  { deliverable, district }: Extended,
): Deadline => deadlineOf(deadlineContext(campaign, rulings, district), deliverable);

/** Why a day cannot be the new one. */
export type DayProblem = "past" | "notLater" | "beyond" | "restDay";

/** The last day that can be granted: of what leads to the city's list the day of 公布, else the campaign's last. */
export function latestDay(campaign: RunningCampaign, deliverable: Deliverable, rulings: RulingsInForce): CivilDate {
  const { definition } = campaign;
  const publication = leadsToList(deliverable) ? deliverableFor(definition, "publication") : undefined;
  if (publication) return deadlineOf(deadlineContext(campaign, rulings), publication.id).statedOn;
  return definition.campaign.stages
    .map((stage) => stageWindow(definition, stage).to)
    .reduce((last, to) => (to > last ? to : last));
}

/**
 * Undefined: the day can be granted.
 * @param asked `statedOn`: the last day as it stands; `latest`: {@link latestDay}
 */
export function problemWith(
  { calendar }: Pick<RunningCampaign, "calendar">,
  until: CivilDate,
  { statedOn, latest, now }: { statedOn: CivilDate; latest: CivilDate; now: Date },
): DayProblem | undefined {
  if (until < dayOf(now)) return "past";
  if (until <= statedOn) return "notLater";
  if (until > latest) return "beyond";
  return calendar.isWorkingDay(until) ? undefined : "restDay";
}
