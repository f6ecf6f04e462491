import { dayOf } from "../../shared/civil-date.ts";
import { deadlineOf, reminderMoments } from "../definition/deadlines.ts";
import { momentsOverTime, type RulingsInForce, type RulingsOverTime } from "../definition/rulings-in-force.ts";
import { deadlineContext, type RunningCampaign } from "../definition/running-campaign.ts";

/** `key` is the day. */
export interface ReminderMoment {
  key: string;
  dueAt: Date;
}

/** Seven, three and one working days before the effective day, and on it, at 09:00. None for optional deliverables. */
export function remindersOf(campaign: RunningCampaign, deliverable: string, rulings: RulingsInForce): ReminderMoment[] {
  const known = campaign.definition.campaign.deliverables.find(({ id }) => id === deliverable);
  if (!known || known.optional) return [];
  const context = deadlineContext(campaign, rulings);
  return reminderMoments(context, deadlineOf(context, deliverable)).map((dueAt) => ({ key: dayOf(dueAt), dueAt }));
}

/** Reminders of the whole campaign, each under the rulings of its time. */
export const remindersOverTime = (
  campaign: RunningCampaign,
  deliverable: string,
  steps: RulingsOverTime,
): ReminderMoment[] => momentsOverTime(steps, (rulings) => remindersOf(campaign, deliverable, rulings));

/**
 * Reason to skip a due reminder: due before the campaign's start, superseded by a newer one, on the day whose opening
 * card says the same, or its stage is over. After downtime only the newest is sent.
 */
export function whySkipped(
  { dueAt }: ReminderMoment,
  {
    now,
    startedAt,
    all,
    stageOpensAt,
    stageEndsAt,
  }: { now: Date; startedAt: Date; all: readonly ReminderMoment[]; stageOpensAt: Date; stageEndsAt: Date },
): "beforeStart" | "newerDue" | "openingDay" | "stageOver" | undefined {
  if (dueAt < startedAt) return "beforeStart";
  if (now >= stageEndsAt) return "stageOver";
  if (dayOf(dueAt) === dayOf(stageOpensAt)) return "openingDay";
  return all.some((other) => other.dueAt > dueAt && other.dueAt <= now) ? "newerDue" : undefined;
}
