import { campaignCalendar } from "../src/campaign/definition/campaign-calendar.ts";
import { deadlineOf } from "../src/campaign/definition/deadlines.ts";
import { type Definition, stageWindow } from "../src/campaign/definition/definition.ts";
import { deliverableFor, stagesWith } from "../src/campaign/definition/purposes.ts";
import type { DeliverablePurpose, Step } from "../src/campaign/definition/schema/purposes.ts";
import { addDays, type CivilDate, daysBetween } from "../src/shared/civil-date.ts";

/** The days on which a campaign is played: each inside a stage that has the step, none before the one before it. */
export interface Days {
  applies: CivilDate;
  /** The rest applies, and what is scored is scored. */
  reviews: CivilDate;
  recommends: CivilDate;
  /** Where districts recommend to districts. */
  recommendsAbove: CivilDate;
  answers: CivilDate;
  selects: CivilDate;
  publishes: CivilDate;
  reports: CivilDate;
  reportsLate: CivilDate;
}

export function daysOf(definition: Definition): Days {
  const windows = (step: Step) => stagesWith(definition, step).map((stage) => stageWindow(definition, stage));
  /** The nearest day on which the step is offered, but not before the other. */
  const inside = (step: Step, wanted: CivilDate, notBefore: CivilDate): CivilDate => {
    const day = later(wanted, notBefore);
    const open = windows(step);
    if (open.some(({ from, to }) => from <= day && day <= to)) return day;
    const next = open.find(({ from }) => from > day)?.from;
    return later(next ?? open.at(-1)?.to ?? day, notBefore);
  };
  const due = (purpose: DeliverablePurpose, level = 1) => dueDay(definition, purpose, level);

  const [first] = windows("application");
  const opens = first?.from ?? firstDay(definition);
  const half = first ? Math.floor(daysBetween(first.from, first.to) / 2) : 0;
  const applies = inside("application", addDays(opens, 1), opens);
  const reviews = inside("review", addDays(opens, half), applies);
  const list = due("list");
  const recommends = inside("recommendation", list ? addDays(list, -4) : reviews, reviews);
  const above = due("list", 2);
  const recommendsAbove = inside("recommendation", above ? addDays(above, -1) : recommends, recommends);
  const answers = addDays(recommendsAbove, 1);
  const published = due("publication");
  const selects = inside("selection", published ? addDays(published, -2) : addDays(answers, 1), answers);
  const publishes = inside("publication", addDays(selects, 1), selects);
  const report = due("report") ?? publishes;
  const reports = inside("report", addDays(report, -2), publishes);
  return {
    applies,
    reviews,
    recommends,
    recommendsAbove,
    answers,
    selects,
    publishes,
    reports,
    reportsLate: later(report, reports),
  };
}

function dueDay(definition: Definition, purpose: DeliverablePurpose, level: number): CivilDate | undefined {
  const deliverable = deliverableFor(definition, purpose, level);
  const context = { definition, calendar: campaignCalendar(definition) };
  return deliverable && deadlineOf(context, deliverable.id).statedOn;
}

function firstDay(definition: Definition): CivilDate {
  const [stage] = definition.campaign.stages;
  if (!stage) throw new Error(`no stage in ${definition.campaign.id}`);
  return stageWindow(definition, stage).from;
}

const later = (one: CivilDate, other: CivilDate): CivilDate => (one > other ? one : other);
