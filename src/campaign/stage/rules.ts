import { type CivilDate, dayOf } from "../../shared/civil-date.ts";
import type { Calendar } from "../definition/calendar.ts";
import { type Deadline, type Deliverable, deadlineOf, type Stage } from "../definition/deadlines.ts";
import { type Definition, stageWindow } from "../definition/definition.ts";
import { districtsOn, lowerDistricts, upperDistricts } from "../definition/districts.ts";
import type { District } from "../definition/purposes.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import { deadlineContext, type RunningCampaign } from "../definition/running-campaign.ts";
import type { DeliverablePurpose } from "../definition/schema/purposes.ts";
import { dayWordsIn } from "../definition/wording.ts";

/** Cards count the working days left on the last three; before, they only name the date. */
export const COUNTED_WORKING_DAYS = 3;

/** The newest stage that has begun; undefined before the first. */
export const currentStage = ({ definition }: RunningCampaign, today: CivilDate): Stage | undefined =>
  definition.campaign.stages.findLast((stage) => stageWindow(definition, stage).from <= today);

/** The ids of a stage and of those after it. */
export function stagesFrom({ campaign: { stages } }: Definition, id: string): readonly string[] {
  const ids = stages.map((stage) => stage.id);
  return ids.slice(ids.indexOf(id));
}

/** How near a last day is. `count`: working days left, today included; 0 on a rest day, on which nothing is counted. */
export type Nearness =
  | { kind: "far" }
  | { kind: "near"; count: number }
  | { kind: "lastDay"; count: number }
  | { kind: "over" };

export function nearnessOf(calendar: Calendar, today: CivilDate, lastDay: CivilDate): Nearness {
  if (today > lastDay) return { kind: "over" };
  const isWorking = calendar.isWorkingDay(today);
  const left = calendar.workingDaysFrom(today, lastDay);
  // A rest day shows what the working day before it has shown, without the count.
  if (left + (isWorking ? 0 : 1) > COUNTED_WORKING_DAYS) return { kind: "far" };
  return { kind: today === lastDay ? "lastDay" : "near", count: isWorking ? left : 0 };
}

/** The working days that a card counts; 0: it counts none. */
export const countShown = (near: Nearness): number => ("count" in near ? near.count : 0);

export interface Owed {
  deliverable: Deliverable;
  deadline: Deadline;
  /** The stated day in words, with its year where that is not the campaign's. */
  statedDay: string;
  /** Working days left, today included; 0 once the stated day is over. */
  workingDaysLeft: number;
  near: Nearness;
  late: boolean;
}

/** Whether districts owe the deliverable, so that their stage cards have a line for it. */
export const isOwed = ({ owedBy, optional }: Deliverable): boolean => owedBy === "district" && !optional;

/**
 * The districts that owe it on the day. Of two levels, cases and lists are owed by the districts of their own; what else
 * is owed, by all.
 */
export function districtsOwing(
  definition: Definition,
  { purpose, level }: Pick<Deliverable, "purpose" | "level">,
  day: CivilDate,
): readonly District[] {
  const inForce = districtsOn(definition, day);
  if (!BY_LEVEL.includes(purpose)) return inForce;
  const own = new Set((level === 2 ? upperDistricts(definition) : lowerDistricts(definition)).map(({ id }) => id));
  return inForce.filter(({ id }) => own.has(id));
}

const BY_LEVEL: readonly DeliverablePurpose[] = ["application", "review", "list"];

/**
 * What districts owe in this stage: its own deliverables and those of earlier stages whose stated day lies ahead (the
 * list of stage two may be due ten days after it ends), or passed with nothing handed in.
 *
 * @param districts only what one of these owes; left out: what any does
 */
export function owedInStage(
  campaign: RunningCampaign,
  stage: Stage,
  { now, rulings, districts }: { now: Date; rulings: RulingsInForce; districts?: readonly string[] },
): Owed[] {
  const { definition } = campaign;
  const today = dayOf(now);
  const isTheirs = (deliverable: Deliverable): boolean =>
    districts === undefined || districtsOwing(definition, deliverable, today).some(({ id }) => districts.includes(id));
  return definition.campaign.deliverables
    .filter((deliverable) => isOwed(deliverable) && isTheirs(deliverable))
    .filter((deliverable) => stagesFrom(definition, deliverable.stage).includes(stage.id))
    .map((deliverable) => owedOf(campaign, deliverable, { today, rulings }))
    .filter(({ deliverable, deadline }) => deliverable.stage === stage.id || deadline.binding);
}

function owedOf(
  campaign: RunningCampaign,
  deliverable: Deliverable,
  { today, rulings }: { today: CivilDate; rulings: RulingsInForce },
): Owed {
  const deadline = deadlineOf(deadlineContext(campaign, rulings), deliverable.id);
  return {
    deliverable,
    deadline,
    statedDay: dayWordsIn(campaign.definition, deadline.statedOn),
    workingDaysLeft: campaign.calendar.workingDaysFrom(today, deadline.statedOn),
    near: nearnessOf(campaign.calendar, today, deadline.statedOn),
    late: deadline.binding && deadline.statedOn < today,
  };
}

/** Working days left of the stage, today included. */
export const workingDaysLeft = (calendar: Calendar, now: Date, until: CivilDate): number =>
  calendar.workingDaysFrom(dayOf(now), until);
