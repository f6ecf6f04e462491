import { addDays, type CivilDate } from "../../../shared/civil-date.ts";
import { collectsOpinions } from "../../application/opinions/standing.ts";
import { campaignCalendar } from "../../definition/campaign-calendar.ts";
import { deadlineOf } from "../../definition/deadlines.ts";
import { type Definition, stageWindow } from "../../definition/definition.ts";
import { districtsOn } from "../../definition/districts.ts";
import { deliverableFor, offers, stagesWith } from "../../definition/purposes.ts";
import type { DeliverablePurpose, Step } from "../../definition/schema/purposes.ts";
import { evidenceRows } from "../../evidence/rules.ts";
import { type Cost, type Costs, NOTHING, plus, times } from "./costs.ts";

/** Monthly limits of DingTalk's free edition, for all programs of an organisation together. */
export const FREE_EDITION: Cost = { apiCalls: 5_000, pushes: 3_000 };

/** How much is done in a campaign. */
export interface Volume {
  cases: number;
  /** Under each row that takes proof. */
  photosPerRow: number;
  /** Whether 附件1 and the opinions on the forms are entered, or the papers alone are kept; they are unless said. */
  formsEntered?: boolean;
  /** Rulings answered; all that the campaign has unless said. */
  rulings?: number;
  /** The last day that is reckoned; the campaign's last unless said. */
  until?: CivilDate;
}

/** What a campaign takes in each month, `yyyy-MM`, in their order. */
export type MonthlyCosts = ReadonlyMap<string, Cost>;

/**
 * Estimates what a campaign takes month by month. The work of a step counts in the month in which it is due, as if all
 * were done at its end; what nobody asks for counts on its days.
 */
export function monthlyCosts(definition: Definition, costs: Costs, volume: Volume): MonthlyCosts {
  const { until } = volume;
  const counts = (day: CivilDate): boolean => until === undefined || day <= until;
  const days = daysOf(definition).filter(counts);
  const found = new Map(days.map((day) => [monthOf(day), NOTHING]));
  const add = (day: CivilDate, cost: Cost, count = 1) => {
    found.set(monthOf(day), plus(found.get(monthOf(day)) ?? NOTHING, times(cost, count)));
  };
  const opened = openings(definition);
  for (const day of days) {
    const districts = districtsOn(definition, day).length;
    add(day, opened.includes(day) ? costs.opening : costs.day, districts);
  }
  for (const { day, cost, count } of work(definition, costs, volume)) if (counts(day)) add(day, cost, count);
  return new Map([...found].sort(([one], [other]) => one.localeCompare(other)));
}

/** The most cases with which every month stays within the free edition; 0 if not even none do. */
export function mostCases(definition: Definition, costs: Costs, photosPerRow: number): number {
  const none = monthlyCosts(definition, costs, { cases: 0, photosPerRow });
  const one = monthlyCosts(definition, costs, { cases: 1, photosPerRow });
  const room = [...one].flatMap(([month, cost]) => {
    const base = none.get(month) ?? NOTHING;
    return (["apiCalls", "pushes"] as const).map((kind) => {
      const left = FREE_EDITION[kind] - base[kind];
      const more = cost[kind] - base[kind];
      return more > 0 ? Math.floor(left / more) : left >= 0 ? Number.POSITIVE_INFINITY : 0;
    });
  });
  return Math.max(0, Math.min(...room));
}

interface Work {
  day: CivilDate;
  cost: Cost;
  count: number;
}

function work(
  definition: Definition,
  costs: Costs,
  { cases, photosPerRow, formsEntered = true, rulings = definition.rulings.length }: Volume,
): Work[] {
  const due = (purpose: DeliverablePurpose, step: Step) => dueDay(definition, purpose, step);
  const listDue = due("list", "recommendation");
  const applied = due("application", "application") ?? listDue;
  const ofCases: [CivilDate | undefined, Cost][] = [
    [applied, costs.application],
    ...(formsEntered && definition.requirements.requirements.length > 0
      ? [[applied, costs.requirements] as [CivilDate | undefined, Cost]]
      : []),
    ...(formsEntered && collectsOpinions(definition)
      ? [[applied, costs.opinions] as [CivilDate | undefined, Cost]]
      : []),
    ...(offers(definition, "review") ? [[listDue, costs.review] as [CivilDate | undefined, Cost]] : []),
    [listDue, photosOf(definition, costs, photosPerRow)],
  ];
  const districts = (day: CivilDate) => districtsOn(definition, day).length;
  const once: [CivilDate | undefined, Cost, (day: CivilDate) => number][] = [
    [listDue, costs.list, districts],
    [due("report", "report"), costs.report, districts],
    [due("publication", "selection"), costs.answer, () => rulings],
    [due("publication", "selection"), costs.selection, () => 1],
    [due("publication", "publication"), costs.publication, () => 1],
  ];
  return [
    ...ofCases.flatMap(([day, cost]) => (day === undefined ? [] : [{ day, cost, count: cases }])),
    ...once.flatMap(([day, cost, count]) => (day === undefined ? [] : [{ day, cost, count: count(day) }])),
  ];
}

/** The photos of one case, each row's in a burst of its own and looked at once. */
function photosOf(definition: Definition, costs: Costs, photosPerRow: number): Cost {
  if (photosPerRow === 0) return NOTHING;
  const row = plus(plus(costs.burst, costs.sheet), times(costs.photo, photosPerRow));
  return times(row, evidenceRows(definition.rubric).length);
}

/** The last day of a step: the stated one, else that of its last stage; undefined if the campaign has no such step. */
function dueDay(definition: Definition, purpose: DeliverablePurpose, step: Step): CivilDate | undefined {
  const stage = stagesWith(definition, step).at(-1);
  if (!stage) return undefined;
  const deliverable = deliverableFor(definition, purpose);
  const context = { definition, calendar: campaignCalendar(definition) };
  return deliverable ? deadlineOf(context, deliverable.id).statedOn : stageWindow(definition, stage).to;
}

function daysOf(definition: Definition): CivilDate[] {
  const windows = definition.campaign.stages.map((stage) => stageWindow(definition, stage));
  const [first] = windows.map(({ from }) => from).sort();
  const last = windows
    .map(({ to }) => to)
    .sort()
    .at(-1);
  const days: CivilDate[] = [];
  if (!first || !last) return days;
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

const openings = (definition: Definition): CivilDate[] =>
  definition.campaign.stages.map((stage) => stageWindow(definition, stage).from);

const monthOf = (day: CivilDate): string => day.slice(0, 7);
