import { addDays, type CivilDate, civilDate, dayOf, daysBetween, momentOf } from "../../shared/civil-date.ts";
import type { Calendar } from "../definition/calendar.ts";
import { deadlineOf, deliverableById } from "../definition/deadlines.ts";
import { stageWindow } from "../definition/definition.ts";
import { momentsOverTime, type RulingsInForce } from "../definition/rulings-in-force.ts";
import { deadlineContext, type RunningCampaign } from "../definition/running-campaign.ts";
import type { Context } from "../engine/context.ts";
import type { DueKind } from "../engine/feature.ts";
import { countdownChanged } from "./events.ts";
import { districtsWith } from "./received.ts";
import { COUNTED_WORKING_DAYS, districtsOwing, isOwed, nearnessOf } from "./rules.ts";

/**
 * Cards are drawn again at 00:00 of every day on which what they count changes: the last three working days, the rest
 * day after one of them, the last day and the day after it.
 */
export const stageCountdown: DueKind = {
  kind: "stage.countdown",
  moments: (campaign, steps) => momentsOverTime(steps, (rulings) => momentsUnder(campaign, rulings)),
  label: () => undefined,
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

/** Ids of what cards count differently from the day on; left to the later day where one that has come changes it again. */
export function changedOn(
  campaign: RunningCampaign,
  rulings: RulingsInForce,
  { day, today }: { day: CivilDate; today: CivilDate },
): { stages: string[]; deliverables: string[] } {
  const isNow = ({ days }: Countdown): boolean => days.findLast((one) => one <= today) === day;
  const { stages, deliverables } = countdownsOf(campaign, rulings);
  return {
    stages: stages.filter(isNow).map(({ id }) => id),
    deliverables: deliverables.filter(isNow).map(({ id }) => id),
  };
}

/** A stage or a deliverable, and the days on which cards count it differently than the day before. */
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
    deliverables: deliverables.filter(isOwed).map(
      ({ id }): Countdown => ({
        id,
        days: countdownDays(calendar, deadlineOf(deadlines, id).statedOn),
      }),
    ),
  };
}

function momentsUnder(campaign: RunningCampaign, rulings: RulingsInForce): { key: string; dueAt: Date }[] {
  const { stages, deliverables } = countdownsOf(campaign, rulings);
  const days = new Set([...stages, ...deliverables].flatMap((countdown) => countdown.days));
  return [...days].sort().map((day) => ({ key: day, dueAt: momentOf(day) }));
}

/** The days on which a last day is nearer than the day before in a way that cards show, ascending. */
export function countdownDays(calendar: Calendar, lastDay: CivilDate): CivilDate[] {
  const lastUncounted = calendar.addWorkingDays(calendar.previousWorkingDay(lastDay), -COUNTED_WORKING_DAYS);
  const shownOn = (day: CivilDate) => JSON.stringify(nearnessOf(calendar, day, lastDay));
  return Array.from({ length: daysBetween(lastUncounted, lastDay) + 1 }, (_, offset) =>
    addDays(lastUncounted, offset + 1),
  ).filter((day) => shownOn(day) !== shownOn(addDays(day, -1)));
}

/** A district that has handed it in is counted nothing. */
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
