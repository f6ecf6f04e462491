import { type CivilDate, dayOf } from "../../shared/civil-date.ts";
import type { Calendar } from "../definition/calendar.ts";
import {
  type Deadline,
  type Deliverable,
  deadlineOf,
  type Lateness,
  latenessOf,
  type Stage,
} from "../definition/deadlines.ts";
import { type Definition, stageWindow } from "../definition/definition.ts";
import { districtsOn, lowerDistricts, upperDistricts } from "../definition/districts.ts";
import type { District } from "../definition/purposes.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import { deadlineContext, type RunningCampaign } from "../definition/running-campaign.ts";
import type { DeliverablePurpose } from "../definition/schema/purposes.ts";

/** Cards show a count for the last three working days, before that only the date. */
export const COUNTED_WORKING_DAYS = 3;

/** Latest stage that has begun; undefined before the first. */
export const currentStage = ({ definition }: RunningCampaign, today: CivilDate): Stage | undefined =>
  definition.campaign.stages.findLast((stage) => stageWindow(definition, stage).from <= today);

/** Ids of the stage and all later ones. */
export function stagesFrom({ campaign: { stages } }: Definition, id: string): readonly string[] {
  const ids = stages.map((stage) => stage.id);
  return ids.slice(ids.indexOf(id));
}

/** Distance to a last day. `count`: working days left, including today; 0 on a day off, which shows no count. */
export type Nearness =
  | { kind: "far" }
  | { kind: "near"; count: number }
  | { kind: "lastDay"; count: number }
  | { kind: "over" };

export function nearnessOf(calendar: Calendar, today: CivilDate, lastDay: CivilDate): Nearness {
  if (today > lastDay) return { kind: "over" };
  const isWorking = calendar.isWorkingDay(today);
  const left = calendar.workingDaysFrom(today, lastDay);
  // A day off keeps the state of the previous working day, without the count.
  if (left + (isWorking ? 0 : 1) > COUNTED_WORKING_DAYS) return { kind: "far" };
  return { kind: today === lastDay ? "lastDay" : "near", count: isWorking ? left : 0 };
}

/** Working days shown on a card; 0: no count. */
export const countShown = (near: Nearness): number => ("count" in near ? near.count : 0);

export interface Owed {
  deliverable: Deliverable;
  deadline: Deadline;
  near: Nearness;
  /** Of what would come now. */
  lateness: Lateness;
  /** The day of the requested time is past. */
  isSoftOver: boolean;
}

/** Asking for a time that is past would be untrue; cards change at midnight, so the day counts. */
export const isSoftOver = ({ softClosesAt }: Pick<Deadline, "softClosesAt">, today: CivilDate): boolean =>
  today > dayOf(softClosesAt);

/** True if stage cards list the deliverable for districts. */
export const isOwed = ({ owedBy, optional }: Deliverable): boolean => owedBy === "district" && !optional;

/**
 * Districts that owe it on the day. With two levels, applications, reviews and lists are owed by the districts of the
 * deliverable's level, everything else by all.
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
 * Deliverables owed by districts in this stage: its own, and binding ones of earlier stages, whose due date can be
 * after their stage.
 *
 * @param districts restricts the result to deliverables owed by any of these
 */
export function owedInStage(
  campaign: RunningCampaign,
  stage: Stage,
  { now, rulings, districts }: { now: Date; rulings: RulingsInForce; districts?: readonly string[] },
): Owed[] {
  return owedInCampaign(campaign, { now, rulings, ...(districts ? { districts } : {}) })
    .filter(({ deliverable }) => stagesFrom(campaign.definition, deliverable.stage).includes(stage.id))
    .filter(({ deliverable, deadline }) => deliverable.stage === stage.id || deadline.binding);
}

/** Deliverables owed by districts in any stage. @param districts as in {@link owedInStage} */
export function owedInCampaign(
  campaign: RunningCampaign,
  { now, rulings, districts }: { now: Date; rulings: RulingsInForce; districts?: readonly string[] },
): Owed[] {
  const { definition } = campaign;
  const today = dayOf(now);
  const isTheirs = (deliverable: Deliverable): boolean =>
    districts === undefined || districtsOwing(definition, deliverable, today).some(({ id }) => districts.includes(id));
  return definition.campaign.deliverables
    .filter((deliverable) => isOwed(deliverable) && isTheirs(deliverable))
    .map((deliverable) => owedOf(campaign, deliverable, { now, rulings, district: onlyOne(districts) }));
}

/** Whose extensions count: those of one district; a reader of several is told the day of all. */
const onlyOne = (districts: readonly string[] = []): string | undefined =>
  districts.length === 1 ? districts[0] : undefined;

function owedOf(
  campaign: RunningCampaign,
  deliverable: Deliverable,
  { now, rulings, district }: { now: Date; rulings: RulingsInForce; district: string | undefined },
): Owed {
  const deadline = deadlineOf(deadlineContext(campaign, rulings, district), deliverable.id);
  return {
    deliverable,
    deadline,
    near: nearnessOf(campaign.calendar, dayOf(now), deadline.statedOn),
    lateness: latenessOf(deadline, now),
    isSoftOver: isSoftOver(deadline, dayOf(now)),
  };
}

/** The binding deliverable that is due first, of those not handed in whose day is not over; undefined if none is. */
export const nextDue = (owed: readonly Owed[], isDone: (deliverable: string) => boolean): Owed | undefined =>
  owed
    .filter(({ deliverable, deadline, near }) => deadline.binding && near.kind !== "over" && !isDone(deliverable.id))
    .sort((a, b) => (a.deadline.statedOn < b.deadline.statedOn ? -1 : 1))[0];
