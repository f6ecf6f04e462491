import type { Block } from "../../../platform/chat/view.ts";
import { dayOf } from "../../../shared/civil-date.ts";
import { hasIntake } from "../../city-intake/feature.ts";
import { readForecast } from "../../city-intake/intake.ts";
import { intakePhrases } from "../../city-intake/phrases.ts";
import { deadlineOf } from "../../definition/deadlines.ts";
import { districtName } from "../../definition/districts.ts";
import { deliverableFor } from "../../definition/purposes.ts";
import { deadlineContext } from "../../definition/running-campaign.ts";
import { dayWords, dayWordsIn, dueWordsOf, momentWords } from "../../definition/wording.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Context } from "../../engine/context.ts";
import { countShown } from "../../stage/rules.ts";
import type { CampaignState } from "../../tasks/campaign-state.ts";
import { waitingLines } from "../../tasks/lines.ts";
import type { Task } from "../../tasks/task.ts";
import { underHeading } from "../../tasks/views.ts";
import { readSeen } from "../nudge/nudge.ts";
import { isPressing, type Outstanding, outstandingIn } from "../nudge/outstanding.ts";
import { type Mornings, morningsAt } from "./mornings.ts";
import { type News, newsSince } from "./news.ts";
import { deskPhrases as phrases } from "./phrases.ts";

/** What the morning adds to what the organizer has to do. */
export interface Morning {
  mornings: Mornings;
  /** What districts owe and has to be looked after today. */
  pressing: readonly Outstanding[];
  news: News;
  /** Undefined: nothing is to be visited. */
  forecast: { text: string; isFeasible: boolean } | undefined;
}

/** Undefined once the campaign is closed, and in a year without a published calendar. */
export async function readMorning(context: Context, state: CampaignState): Promise<Morning | undefined> {
  const { campaign, now, tx } = context;
  const mornings = campaign.closedAt ? undefined : morningsAt(campaign, now);
  if (!mornings) return undefined;
  const seen = { ...(await readSeen(context)), countedTo: dayOf(mornings.last) };
  // Read as of the morning, so that nothing but what is done changes the card until the next one.
  const pressing = outstandingIn(state, seen).filter(isPressing);
  return {
    ...{ mornings, pressing },
    news: await newsSince(tx, campaign, mornings.before),
    forecast: await forecastIn({ ...context, now: mornings.last }, state),
  };
}

async function forecastIn(context: Context, state: CampaignState): Promise<Morning["forecast"]> {
  const { definition } = context.campaign;
  if (!hasIntake(definition) || state.isPublished || state.lists.received.size === 0) return undefined;
  const { forecast, load } = await readForecast(context);
  if (!forecast) return undefined;
  const nouns = nounsOf(definition);
  const words = forecast.feasible
    ? intakePhrases.enough(forecast, nouns)
    : intakePhrases.notEnough(forecast, load.sites, nouns);
  const days = intakePhrases.days({ days: forecast.days, until: dayWords(forecast.until) });
  return { text: `${days}${words}`, isFeasible: forecast.feasible };
}

/** Who is late, who has not read it, and what meets days off: one heading a deliverable. */
export function pressingBlocks(context: Context, { pressing, mornings }: Morning): Block[] {
  const groups = Map.groupBy(pressing, ({ deliverable }) => deliverable);
  return [...groups].flatMap(([deliverable, lines]) =>
    underHeading(headingOf(context, deliverable, lines), districtLines(context, lines, mornings)),
  );
}

function headingOf(
  { campaign, rulings }: Context,
  deliverable: string | undefined,
  [first]: readonly Outstanding[],
): string {
  if (deliverable === undefined || !first) return phrases.returnsHeading();
  const { definition } = campaign;
  const deadline = deadlineOf(deadlineContext(campaign, rulings), deliverable);
  const rest = first.meetsRest ? phrases.meetsRest(dayWordsIn(definition, first.effectiveOn)) : "";
  return phrases.owedHeading(first.name, dueWordsOf(definition, deadline), rest);
}

/** Districts of which the same is to be said stand in one line. */
function districtLines({ campaign }: Context, lines: readonly Outstanding[], mornings: Mornings): string[] {
  const { definition } = campaign;
  const day = (date: Outstanding["statedOn"]): string => dayWordsIn(definition, date);
  const said = (one: Outstanding): string =>
    [
      ...(one.deliverable === undefined ? [phrases.returned(one.name, day(one.statedOn))] : []),
      ...standing(one, day(dayOf(mornings.last))),
      ...(one.calledOn === undefined ? [] : [phrases.called(day(one.calledOn))]),
      ...(one.agreedUntil === undefined ? [] : [phrases.agreed(day(one.agreedUntil))]),
      ...(one.extendedTo === undefined ? [] : [phrases.extended(day(one.extendedTo))]),
      ...(one.told ? [phrases.told(day(one.told.on), one.told.isRead)] : [phrases.notTold()]),
      ...(one.persons.length === 0 ? [phrases.nobody()] : []),
    ].join("，");
  const groups = Map.groupBy(lines, said);
  return [...groups].map(([words, all]) =>
    phrases.districtLine(
      all.map(({ district }) => districtName(definition, district)),
      words,
    ),
  );
}

function standing({ isLate, daysLate, near }: Outstanding, on: string): string[] {
  if (isLate) return [daysLate > 0 ? phrases.late(on, daysLate) : phrases.isLate()];
  if (near.kind === "lastDay") return [phrases.dueToday()];
  const count = countShown(near);
  return count > 0 ? [phrases.left(count)] : [];
}

/** What others than districts have to do, and since when. */
export const stuckLines = (state: CampaignState, tasks: readonly Task[]): string[] =>
  stuckIn(tasks).flatMap((task) =>
    waitingLines(state, [task]).map((line) =>
      phrases.since(line, dayWordsIn(state.campaign.definition, dayOf(task.since))),
    ),
  );

const stuckIn = (tasks: readonly Task[]): Task[] =>
  tasks.filter(({ waitsFor }) => waitsFor !== undefined && waitsFor.role !== "districtOfficer");

/** What districts owe and does not press yet. */
export const awaitedLines = (
  state: CampaignState,
  tasks: readonly Task[],
  pressing: readonly Outstanding[],
): string[] =>
  waitingLines(
    state,
    tasks.filter(
      ({ waitsFor, about }) =>
        waitsFor?.role === "districtOfficer" &&
        !pressing.some(
          (one) =>
            one.district === about.district && one.deliverable === about.deliverable && one.caseId === about.caseId,
        ),
    ),
  );

/** What was done since the morning before the last. */
export function newsBlocks({ campaign }: Context, { news, mornings }: Morning): Block[] {
  const { definition } = campaign;
  const nouns = nounsOf(definition);
  const names = { list: deliverableFor(definition, "list")?.name, report: deliverableFor(definition, "report")?.name };
  const lines = [...news].map(([action, byDistrict]) => {
    const all = [...byDistrict].map(([district, count]) => ({
      name: district === "" ? "" : districtName(definition, district),
      count,
    }));
    return phrases.news(action, all, { ...nouns, ...names });
  });
  return underHeading(phrases.newsHeading(momentWords(mornings.before)), lines);
}

/** Working days for which something waits before it alone is worth a morning's card. */
const STUCK_AFTER = 3;

/** Whether a card is sent by itself. @param own what the organizer has to do */
export function isWorthSending(
  state: CampaignState,
  { pressing, news, forecast, mornings }: Morning,
  own: readonly Task[],
): boolean {
  const { calendar } = state.campaign;
  const today = dayOf(mornings.last);
  const isOld = ({ since }: Task): boolean => calendar.workingDaysFrom(dayOf(since), today) > STUCK_AFTER;
  return pressing.length > 0 || news.size > 0 || forecast?.isFeasible === false || stuckIn(own).some(isOld);
}
