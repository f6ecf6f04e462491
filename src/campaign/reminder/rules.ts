import { dayOf } from "../../shared/civil-date.ts";
import { deadlineOf, reminderMoments } from "../definition/deadlines.ts";
import { momentsOverTime, type RulingsInForce, type RulingsOverTime } from "../definition/rulings-in-force.ts";
import { deadlineContext, type RunningCampaign } from "../definition/running-campaign.ts";

/** A reminder of one deliverable; its key is its day. */
export interface ReminderMoment {
  key: string;
  dueAt: Date;
}

/** Seven, three and one working days before the effective day and on it, at 09:00; none for what is optional. */
export function remindersOf(campaign: RunningCampaign, deliverable: string, rulings: RulingsInForce): ReminderMoment[] {
  const known = campaign.definition.campaign.deliverables.find(({ id }) => id === deliverable);
  if (!known || known.optional) return [];
  const context = deadlineContext(campaign, rulings);
  return reminderMoments(context, deadlineOf(context, deliverable)).map((dueAt) => ({ key: dayOf(dueAt), dueAt }));
}

/** Those of the whole year, each under the rulings of its own time. */
export const remindersOverTime = (
  campaign: RunningCampaign,
  deliverable: string,
  steps: RulingsOverTime,
): ReminderMoment[] => momentsOverTime(steps, (rulings) => remindersOf(campaign, deliverable, rulings));

/**
 * Why a reminder found due is not sent: it lies before the campaign's first start, a newer one is due as well, or its
 * stage is over. A bot that was down makes up for the newest only.
 */
export function whySkipped(
  { dueAt }: ReminderMoment,
  {
    now,
    startedAt,
    all,
    stageEndsAt,
  }: { now: Date; startedAt: Date; all: readonly ReminderMoment[]; stageEndsAt: Date },
): "beforeStart" | "newerDue" | "stageOver" | undefined {
  if (dueAt < startedAt) return "beforeStart";
  if (now >= stageEndsAt) return "stageOver";
  return all.some((other) => other.dueAt > dueAt && other.dueAt <= now) ? "newerDue" : undefined;
}
