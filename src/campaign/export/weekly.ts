import type { Block } from "../../platform/chat/view.ts";
import {
  addDays,
  type CivilDate,
  civilDate,
  dayOf,
  daysBetween,
  momentOf,
  weekdayOf,
} from "../../shared/civil-date.ts";
import type { Calendar } from "../definition/calendar.ts";
import { stageOpening } from "../definition/deadlines.ts";
import { stageWindow } from "../definition/definition.ts";
import { deadlineContext, type RunningCampaign } from "../definition/running-campaign.ts";
import { groupsOf } from "../directory/groups.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import type { DueKind } from "../engine/feature.ts";
import { drawFigure } from "../figure/figure.ts";
import { summaryState } from "../summary/store.ts";
import { comingNext, countsWorkbook } from "./automatic.ts";
import { exportPhrases } from "./phrases.ts";
import { automaticPhrases } from "./phrases-automatic.ts";
import { progressCounts, totalsSoFar } from "./progress-counts.ts";
import { yearFigure } from "./year-figure.ts";

const AT = "09:00";
const SUNDAY = 7;
/** Days from Monday to Friday. A week that begins to work after it has the summary of the next Monday. */
const TO_FRIDAY = 4;

/**
 * Days of the weekly summary: every Monday in the period; if that is a day off, the next working day until Friday.
 * Weeks without any have none.
 */
export function weeklyDays(
  calendar: Calendar,
  { from, to }: { from: CivilDate; to: CivilDate },
  weekday = 1,
): CivilDate[] {
  const firstMonday = addDays(from, (8 - weekdayOf(from)) % SUNDAY);
  const weeks = Math.max(0, Math.floor(daysBetween(firstMonday, to) / SUNDAY) + 1);
  return Array.from({ length: weeks }, (_, week) => addDays(firstMonday, week * SUNDAY))
    .map((monday) => ({ monday, day: calendar.nextWorkingDay(addDays(monday, weekday - 1)) }))
    .filter(({ monday, day }) => daysBetween(monday, day) <= TO_FRIDAY && day <= to)
    .map(({ day }) => day);
}

/**
 * Sends the counts, without points, to the campaign group at 09:00. Delayed summaries expire with their week. None on
 * the day of an opening: the stage's card tells the group everything.
 */
export const weeklySummary: DueKind = {
  kind: "progress.weekly",
  moments: (campaign) => {
    const { weekday, time = AT } = campaign.definition.campaign.summaries?.find(({ what }) => what === "weekly") ?? {};
    return weeklyDays(campaign.calendar, windowOf(campaign), weekday)
      .filter((day) => !openingDays(campaign).includes(day))
      .map((day) => ({ key: day, dueAt: momentOf(day, time) }));
  },
  label: () => exportPhrases.weeklyLabel(),
  async fire(context, { key, dueAt }) {
    const day = civilDate(key);
    if (dueAt < context.campaign.startedAt) return "beforeStart";
    if (dayOf(context.now) > addDays(day, SUNDAY - weekdayOf(day))) return "weekOver";
    const { isOn, isDefault, time } = await summaryState(context, "weekly");
    if (!isOn) return "off";
    // Another moment sends it.
    if (!isDefault && time !== undefined) return "moved";
    return sendWeek(context, key);
  },
};

/** @param key of the week: sent once */
async function sendWeek(context: Context, key: string): Promise<string> {
  const totals = await totalsSoFar(context);
  if (totals.length === 0) return "nothingToTell";
  const view = await progressCounts(
    context,
    totals,
    exportPhrases.weeklyFootnote(nounsOf(context.campaign.definition)),
  );
  const next = await comingNext(context);
  const groups = await groupsOf(context.tx, context.campaign.id, "campaign");
  if (groups.length === 0) return "noGroup";
  const { name, bytes } = await countsWorkbook(context);
  const hash = await context.files.put(bytes);
  const figure = yearFigure(context, next);
  const picture = await drawFigure(context, figure);
  for (const group of groups) {
    const year = listBlocks(automaticPhrases.yearLabel(), figure.lines);
    const body = [...view.body, ...listBlocks(automaticPhrases.nextLabel(), next), ...year];
    await context.outbox.say(group, { ...view, body }, `progress.weekly ${context.campaign.id} ${key}`);
    await context.outbox.sendFile(group, { name, hash }, `progress.weekly-file ${context.campaign.id} ${key}`);
    if (picture) await context.outbox.sendFile(group, picture, `progress.weekly-picture ${context.campaign.id} ${key}`);
  }
  return "done";
}

const listBlocks = (heading: string, items: readonly string[]): Block[] =>
  items.length === 0
    ? []
    : [
        { kind: "heading", text: heading },
        { kind: "list", items },
      ];

/** At a moment to which it was moved: on a day off not at all, and after the last stage no more. */
export async function sendMovedWeek(context: Context): Promise<void> {
  const { campaign, now } = context;
  const today = dayOf(now);
  const { from, to } = windowOf(campaign);
  if (!campaign.calendar.isWorkingDay(today) || today < from || today > to) return;
  if (openingDays(campaign).includes(today)) return;
  await sendWeek(context, today);
}

const openingDays = (campaign: RunningCampaign): CivilDate[] =>
  campaign.definition.campaign.stages.map((stage) => dayOf(stageOpening(deadlineContext(campaign), stage)));

function windowOf({ definition }: RunningCampaign): { from: CivilDate; to: CivilDate } {
  const windows = definition.campaign.stages.map((stage) => stageWindow(definition, stage));
  const days = windows.flatMap(({ from, to }) => [from, to]).sort((a, b) => (a < b ? -1 : 1));
  const [from] = days;
  const to = days.at(-1);
  if (!from || !to) throw new Error(`campaign ${definition.campaign.id} has no stages`);
  return { from, to };
}
