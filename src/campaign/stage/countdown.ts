import { addDays, type CivilDate, civilDate, dayOf, daysBetween, momentOf } from "../../shared/civil-date.ts";
import type { Calendar } from "../definition/calendar.ts";
import { type Deadline, deadlineOf, deliverableById } from "../definition/deadlines.ts";
import { stageWindow } from "../definition/definition.ts";
import { momentsOverTime, type RulingsInForce } from "../definition/rulings-in-force.ts";
import { deadlineContext, extensionKey, type RunningCampaign } from "../definition/running-campaign.ts";
import type { Context } from "../engine/context.ts";
import type { DueKind } from "../engine/feature.ts";
import { countdownChanged } from "./events.ts";
import { districtsWith } from "./extension-points.ts";
import { COUNTED_WORKING_DAYS, districtsOwing, isOwed, nearnessOf } from "./rules.ts";

/**
 * Redraws cards at 00:00 of each day that changes their countdown: the last three working days, the day off after each,
 * the last day, and the day after it.
 */
export const stageCountdown: DueKind = {
  kind: "stage.countdown",
  refreshesOnly: true,
  moments: (campaign, steps) => momentsOverTime(steps, (rulings) => momentsUnder(campaign, rulings)),
  async fire(context, { key, dueAt }) {
    const { campaign, rulings, now } = context;
    if (dueAt < campaign.startedAt) return "beforeStart";
    const day = civilDate(key);
    const { stages, deliverables } = changedOn(campaign, rulings, { day, today: dayOf(now) });
    if (stages.length + deliverables.length === 0) return "overtaken";
    context.emit(countdownChanged, { day, stages, owing: await owingDistricts(context, deliverables) });
    return "done";
  },
};

/**
 * Ids of stages and deliverables whose countdown changes on the day. A change superseded by a later due day is omitted.
 */
export function changedOn(
  campaign: RunningCampaign,
  rulings: RulingsInForce,
  { day, today }: { day: CivilDate; today: CivilDate },
): { stages: string[]; deliverables: string[] } {
  const isNow = ({ days }: Countdown): boolean => days.findLast((one) => one <= today) === day;
  const { stages, deliverables } = countdownsOf(campaign, rulings);
  const changed = [...new Set(deliverables.filter(isNow).map(({ id }) => id))];
  // The group's card counts to the date of its stage's deliverables, whoever has handed them in.
  const theirs = changed.map((id) => deliverableById(campaign.definition, id).stage);
  return { stages: [...new Set([...stages.filter(isNow).map(({ id }) => id), ...theirs])], deliverables: changed };
}

/** A stage or deliverable with the days that change its countdown. */
interface Countdown {
  id: string;
  days: readonly CivilDate[];
}

function countdownsOf(campaign: RunningCampaign, rulings: RulingsInForce) {
  const { definition, calendar } = campaign;
  const { stages, deliverables } = definition.campaign;
  const deadlines = deadlineContext(campaign, rulings);
  return {
    stages: stages.map(
      (stage): Countdown => ({
        id: stage.id,
        days: countdownDays(calendar, stageWindow(definition, stage).to),
      }),
    ),
    deliverables: deliverables
      .filter(isOwed)
      .flatMap(({ id }) =>
        [deadlines, ...extendedDeadlines(campaign, rulings, id)].map(
          (under): Countdown => ({ id, days: deliverableDays(calendar, deadlineOf(under, id)) }),
        ),
      ),
  };
}

/** Of the districts that have a day of their own for the deliverable. */
const extendedDeadlines = (campaign: RunningCampaign, rulings: RulingsInForce, deliverable: string) =>
  campaign.definition.campaign.districts
    .filter(({ id }) => campaign.extendedTo?.has(extensionKey(deliverable, id)))
    .map(({ id }) => deadlineContext(campaign, rulings, id));

/** Also the first day on which what comes is late, if days off lie before it. */
function deliverableDays(calendar: Calendar, { statedOn, lateFrom }: Deadline): CivilDate[] {
  return [...new Set([...countdownDays(calendar, statedOn), dayOf(lateFrom)])].sort();
}

function momentsUnder(campaign: RunningCampaign, rulings: RulingsInForce): { key: string; dueAt: Date }[] {
  const { stages, deliverables } = countdownsOf(campaign, rulings);
  const days = new Set([...stages, ...deliverables].flatMap((countdown) => countdown.days));
  return [...days].sort().map((day) => ({ key: day, dueAt: momentOf(day) }));
}

/** Days that change the displayed countdown to a last day, ascending. */
export function countdownDays(calendar: Calendar, lastDay: CivilDate): CivilDate[] {
  const lastUncounted = calendar.addWorkingDays(calendar.previousWorkingDay(lastDay), -COUNTED_WORKING_DAYS);
  const shownOn = (day: CivilDate) => JSON.stringify(nearnessOf(calendar, day, lastDay));
  return Array.from({ length: daysBetween(lastUncounted, lastDay) + 1 }, (_, offset) =>
    addDays(lastUncounted, offset + 1),
  ).filter((day) => shownOn(day) !== shownOn(addDays(day, -1)));
}

/** Excludes districts that have handed in. */
async function owingDistricts(context: Context, deliverables: readonly string[]) {
  const { campaign, now } = context;
  const owing: { deliverable: string; district: string }[] = [];
  for (const deliverable of deliverables) {
    const received = await districtsWith(context, deliverable);
    const owed = deliverableById(campaign.definition, deliverable);
    const districts = districtsOwing(campaign.definition, owed, dayOf(now)).filter(({ id }) => !received.has(id));
    owing.push(...districts.map(({ id }) => ({ deliverable, district: id })));
  }
  return owing;
}
