import { addDays, type CivilDate, civilDate, dayOf, momentOf } from "../../shared/civil-date.ts";
import { isYearCovered } from "../definition/calendar.ts";
import { deadlineOf } from "../definition/deadlines.ts";
import { stageWindow } from "../definition/definition.ts";
import { type Deliverable, offers } from "../definition/purposes.ts";
import { momentsOverTime, noRulings, type RulingsInForce } from "../definition/rulings-in-force.ts";
import { deadlineContext, extensionKey, type RunningCampaign } from "../definition/running-campaign.ts";
import type { Context } from "../engine/context.ts";
import type { DueKind } from "../engine/feature.ts";
import { isOwed } from "../stage/rules.ts";
import { REMINDER_TIME } from "./due.ts";
import { reminderPhrases as phrases } from "./phrases.ts";
import { rungDays } from "./rungs.ts";
import { OTHER_MORNING, RUNG_MOMENT, sendReminders } from "./send.ts";

/** Days after the campaign's last on which what is still owed is urged. */
const AFTER_THE_END = 28;

/** What everybody is reminded of by a day of the definition. */
const isReminded = (campaign: RunningCampaign, deliverable: Deliverable): boolean =>
  isOwed(deliverable) ||
  (deliverable.purpose === "verification" && !deliverable.optional && offers(campaign.definition, "verification"));

/** Names of what anybody is reminded of, by day; districts with an extension have days of their own. */
function rungsByDay(campaign: RunningCampaign, rulings: RulingsInForce, until: CivilDate): Map<CivilDate, string[]> {
  const { calendar, definition, extendedTo = new Map() } = campaign;
  const found = new Map<CivilDate, string[]>();
  for (const deliverable of definition.campaign.deliverables.filter((one) => isReminded(campaign, one))) {
    const { id, name } = deliverable;
    const extended = definition.campaign.districts.filter((one) => extendedTo.has(extensionKey(id, one.id)));
    for (const district of [undefined, ...extended.map((one) => one.id)]) {
      const deadline = deadlineOf(deadlineContext(campaign, rulings, district), id);
      for (const day of rungDays(calendar, deadline, until))
        found.set(day, [...new Set([...(found.get(day) ?? []), name])]);
    }
  }
  return found;
}

/** Working days of the campaign, from its first day until what is still owed is not urged any more. */
export function workingDays({ definition, calendar }: RunningCampaign): CivilDate[] {
  const windows = definition.campaign.stages.map((stage) => stageWindow(definition, stage));
  const from = windows.map((one) => one.from).reduce((first, day) => (day < first ? day : first));
  const to = windows.map((one) => one.to).reduce((last, day) => (day > last ? day : last));
  const end = addDays(to, AFTER_THE_END);
  const last = isYearCovered(Number(end.slice(0, 4))) ? end : civilDate(`${to.slice(0, 4)}-12-31`);
  const days: CivilDate[] = [];
  for (let day = from; day <= last; day = addDays(day, 1)) if (calendar.isWorkingDay(day)) days.push(day);
  return days;
}

function momentsWhere(campaign: RunningCampaign, rulings: RulingsInForce, hasRung: boolean) {
  const days = workingDays(campaign);
  const rungs = rungsByDay(campaign, rulings, days.at(-1) ?? civilDate("1970-01-01"));
  return days
    .filter((day) => rungs.has(day) === hasRung)
    .map((day) => ({ key: day, dueAt: momentOf(day, REMINDER_TIME) }));
}

/** Only the day's own moment reminds; it makes up for those that were missed. */
async function fire(context: Context, { dueAt }: { dueAt: Date }): Promise<string> {
  if (dueAt < context.campaign.startedAt) return "beforeStart";
  return dayOf(dueAt) === dayOf(context.now) ? sendReminders(context) : "newerDue";
}

/** Days with a rung of the definition's. */
export const rungMoments: DueKind = {
  kind: RUNG_MOMENT,
  moments: (campaign, steps) => momentsOverTime(steps, (rulings) => momentsWhere(campaign, rulings, true)),
  label: (campaign, key) =>
    phrases.due((rungsByDay(campaign, noRulings, civilDate(key)).get(civilDate(key)) ?? []).join("、")),
  fire,
};

/** Every other working day: corrections have days of their own, and what was missed is made up for. */
export const otherMornings: DueKind = {
  kind: OTHER_MORNING,
  refreshesOnly: true,
  moments: (campaign, steps) => momentsOverTime(steps, (rulings) => momentsWhere(campaign, rulings, false)),
  fire,
};
