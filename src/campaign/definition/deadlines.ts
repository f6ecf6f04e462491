import { addDays, type CivilDate, momentOf } from "../../shared/civil-date.ts";
import type { Calendar } from "./calendar.ts";
import { type Definition, dayInCampaign, stageWindow } from "./definition.ts";
import type { Deliverable, Stage } from "./purposes.ts";
import { noRulings, type RulingsInForce, rulingValue } from "./rulings-in-force.ts";
import type { Mark } from "./schema/source.ts";

const OPENING_TIME = "08:30";
const CLOSING_TIME = "17:00";
const REMINDER_TIME = "09:00";
/** Working days before the effective day on which people are reminded, besides the day itself. */
const REMINDER_STEPS = [7, 3, 1, 0];

export type { Deliverable, Stage };

/** When something is owed. Nothing is refused for being late: after `hardClosesAt` it is marked late, if `binding`. */
export interface Deadline {
  deliverable: string;
  /** The day the plan states, or the day proposed where it states none. */
  statedOn: CivilDate;
  /** The last working day at or before the stated day: reminders count back from it. */
  effectiveOn: CivilDate;
  /** 17:00 of a working day: until then it should be in. */
  softClosesAt: Date;
  /** 24:00 of the stated day. */
  hardClosesAt: Date;
  /** Whether coming after it is late; otherwise it is only a day to be reminded of. */
  binding: boolean;
  mark: Mark;
  /** The plan's words for the date, where it has some: 9月底前. */
  phrase?: string;
}

export interface DeadlineContext {
  definition: Definition;
  calendar: Calendar;
  rulings?: RulingsInForce;
}

/** @throws when the id is unknown */
export function deadlineOf(context: DeadlineContext, deliverableId: string): Deadline {
  const { calendar } = context;
  const reading = dueDay(context, deliverableById(context.definition, deliverableId));
  const effectiveOn = calendar.previousWorkingDay(reading.statedOn);
  const softDay =
    reading.softClose === "before" ? calendar.previousWorkingDay(addDays(reading.statedOn, -1)) : effectiveOn;
  return {
    deliverable: deliverableId,
    statedOn: reading.statedOn,
    effectiveOn,
    softClosesAt: momentOf(softDay, CLOSING_TIME),
    hardClosesAt: momentOf(addDays(reading.statedOn, 1)),
    binding: reading.binding,
    mark: reading.mark,
    ...(reading.phrase === undefined ? {} : { phrase: reading.phrase }),
  };
}

interface DueDay {
  statedOn: CivilDate;
  softClose: "before" | "onOrBefore";
  binding: boolean;
  mark: Mark;
  phrase?: string;
}

function dueDay(context: DeadlineContext, { due, stage }: Deliverable): DueDay {
  const { definition, rulings = noRulings } = context;
  switch (due.kind) {
    case "phrase":
      return phraseDay(context, due.phrase);
    case "stageEnd": {
      const statedOn = stageWindow(definition, stageById(definition, stage)).to;
      if (due.bindingBy === undefined) return { statedOn, softClose: "onOrBefore", binding: true, mark: "plan" };
      const binding = rulingValue(definition, due.bindingBy, rulings).closes === true;
      return { statedOn, softClose: "onOrBefore", binding, mark: "ruling" };
    }
    case "with": {
      const other = dueDay(context, deliverableById(definition, due.deliverable));
      return { ...other, binding: false, mark: "ours" };
    }
    case "proposed":
      return { statedOn: dayInCampaign(definition, due.on), softClose: "onOrBefore", binding: false, mark: "ours" };
  }
}

/** The phrase as its ruling reads it: `on` moves the day, `inclusive: false` takes the day itself out. */
function phraseDay({ definition, rulings = noRulings }: DeadlineContext, id: string): DueDay {
  const phrase = phraseById(definition, id);
  const ruled = phrase.ruling === undefined ? {} : rulingValue(definition, phrase.ruling, rulings);
  const named = dayInCampaign(definition, typeof ruled.on === "string" ? ruled.on : phrase.on);
  const inclusive = typeof ruled.inclusive === "boolean" ? ruled.inclusive : phrase.inclusive;
  return {
    statedOn: inclusive ? named : addDays(named, -1),
    softClose: ruled.softClose === "before" || ruled.softClose === "onOrBefore" ? ruled.softClose : phrase.softClose,
    binding: true,
    mark: "plan",
    phrase: phrase.phrase,
  };
}

/** 08:30 on the first working day at or after the stage's start. */
export const stageOpening = ({ definition, calendar }: DeadlineContext, stage: Stage): Date =>
  momentOf(calendar.nextWorkingDay(stageWindow(definition, stage).from), OPENING_TIME);

/** The days on which people are reminded, ascending: 7, 3 and 1 working days before the effective day, and that day. */
export function reminderDays({ calendar }: Pick<DeadlineContext, "calendar">, deadline: Deadline): CivilDate[] {
  return REMINDER_STEPS.map((steps) => calendar.addWorkingDays(deadline.effectiveOn, -steps));
}

/** The same days at 09:00. */
export const reminderMoments = (context: Pick<DeadlineContext, "calendar">, deadline: Deadline): Date[] =>
  reminderDays(context, deadline).map((day) => momentOf(day, REMINDER_TIME));

/** @throws when the id is unknown */
export function stageById(definition: Definition, id: string): Stage {
  const stage = definition.campaign.stages.find((candidate) => candidate.id === id);
  if (!stage) throw new Error(`no stage ${id} in ${definition.campaign.id}`);
  return stage;
}

/** @throws when the id is unknown */
export function deliverableById(definition: Definition, id: string): Deliverable {
  const deliverable = definition.campaign.deliverables.find((candidate) => candidate.id === id);
  if (!deliverable) throw new Error(`no deliverable ${id} in ${definition.campaign.id}`);
  return deliverable;
}

function phraseById(definition: Definition, id: string): Definition["datePhrases"]["dates"][number] {
  const phrase = definition.datePhrases.dates.find((candidate) => candidate.id === id);
  if (!phrase) throw new Error(`no date phrase ${id} in ${definition.campaign.id}`);
  return phrase;
}
