import { addDays, type CivilDate, dayOf, momentOf } from "../../shared/civil-date.ts";
import type { Calendar } from "./calendar.ts";
import { type Definition, dayInCampaign, stageWindow } from "./definition.ts";
import type { Deliverable, Stage } from "./purposes.ts";
import { noRulings, type RulingsInForce, rulingValue } from "./rulings-in-force.ts";
import type { Mark } from "./schema/source.ts";

const OPENING_TIME = "08:30";
const CLOSING_TIME = "17:00";
/**
 * Reminders, in working days before the effective day. A day that binds has three, one that does not has one: whoever
 * hands in everything in time gets at most twelve unasked messages in the year, the stages' openings counted.
 */
const REMINDER_STEPS = { binding: [7, 3, 0], advisory: [3] } as const;

export type { Deliverable, Stage };

/**
 * Due times of a deliverable. Late submissions are accepted; {@link latenessOf} says how they are marked if `binding`.
 */
export interface Deadline {
  deliverable: string;
  /** Last day in time: the day stated in the plan, or the proposed day. */
  statedOn: CivilDate;
  /** Day that the plan or the ruling names; the day after `statedOn` where it does not count. */
  namedOn: CivilDate;
  /** Last working day on or before the stated day; reminders count back from it. */
  effectiveOn: CivilDate;
  /** 17:00 of a working day: requested time of submission. */
  softClosesAt: Date;
  /** 24:00 of the stated day. */
  hardClosesAt: Date;
  /** From then on a submission is late: `hardClosesAt`, or 24:00 of the next working day where days off are only marked. */
  lateFrom: Date;
  /** False: later submissions are not late; the day only triggers reminders. */
  binding: boolean;
  mark: Mark;
  /** The plan's words for the date, unless a ruling names another day: 9月底前. */
  phrase?: string;
  /** 延期: the last day in time without it. Left out: none was granted. */
  extendedFrom?: CivilDate;
}

export interface DeadlineContext {
  definition: Definition;
  calendar: Calendar;
  rulings?: RulingsInForce;
  /** 延期 of one district in force: the last day of the deliverable (id). Left out: nobody's in particular. */
  extendedTo?(deliverable: string): CivilDate | undefined;
}

/** @throws if the id is unknown */
export function deadlineOf(context: DeadlineContext, deliverableId: string): Deadline {
  const { calendar } = context;
  const stated = dueDay(context, deliverableById(context.definition, deliverableId));
  const reading = extended(stated, context.extendedTo?.(deliverableId));
  const effectiveOn = calendar.previousWorkingDay(reading.statedOn);
  const softDay =
    reading.softClose === "before" ? calendar.previousWorkingDay(addDays(reading.statedOn, -1)) : effectiveOn;
  return {
    deliverable: deliverableId,
    statedOn: reading.statedOn,
    namedOn: reading.namedOn ?? reading.statedOn,
    effectiveOn,
    softClosesAt: momentOf(softDay, CLOSING_TIME),
    hardClosesAt: momentOf(addDays(reading.statedOn, 1)),
    lateFrom: momentOf(addDays(lastDayOf(calendar, reading), 1)),
    binding: reading.binding,
    mark: reading.mark,
    ...(reading.phrase === undefined ? {} : { phrase: reading.phrase }),
    ...(reading === stated ? {} : { extendedFrom: stated.statedOn }),
  };
}

/** An extension names another day, which counts; one that a later ruling has overtaken changes nothing. */
function extended(stated: DueDay, until: CivilDate | undefined): DueDay {
  if (until === undefined || until <= stated.statedOn) return stated;
  const { binding, mark } = stated;
  return { statedOn: until, namedOn: until, softClose: "onOrBefore", binding, mark };
}

/**
 * How a submission stands to its deadline. `duringRest`: after the stated day and before the days off around it, with
 * the working day after them, are over; marked as such, not late.
 */
export type Lateness = "inTime" | "duringRest" | "late";

/** Nothing is late where the deadline does not bind. */
export function latenessOf(
  { binding, hardClosesAt, lateFrom }: Pick<Deadline, "binding" | "hardClosesAt" | "lateFrom">,
  at: Date,
): Lateness {
  if (!binding || at < hardClosesAt) return "inTime";
  return at < lateFrom ? "duringRest" : "late";
}

/** The last day after which a submission is late. */
export const lastDayInTime = ({ lateFrom }: Pick<Deadline, "lateFrom">): CivilDate => addDays(dayOf(lateFrom), -1);

/** The stated day; if it is a day off and the ruling only marks what comes in days off, the next working day. */
const lastDayOf = (calendar: Calendar, { statedOn, restDays }: DueDay): CivilDate =>
  restDays === "marked" ? calendar.nextWorkingDay(statedOn) : statedOn;

interface DueDay {
  statedOn: CivilDate;
  namedOn?: CivilDate;
  /** Late by default. */
  restDays?: "marked";
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

/** Applies the ruling: `on` moves the day, `inclusive: false` excludes it. */
function phraseDay({ definition, rulings = noRulings }: DeadlineContext, id: string): DueDay {
  const phrase = phraseById(definition, id);
  const ruled = phrase.ruling === undefined ? {} : rulingValue(definition, phrase.ruling, rulings);
  const named = dayInCampaign(definition, typeof ruled.on === "string" ? ruled.on : phrase.on);
  const inclusive = typeof ruled.inclusive === "boolean" ? ruled.inclusive : phrase.inclusive;
  return {
    statedOn: inclusive ? named : addDays(named, -1),
    namedOn: named,
    softClose: ruled.softClose === "before" || ruled.softClose === "onOrBefore" ? ruled.softClose : phrase.softClose,
    ...(ruled.restDays === "marked" ? { restDays: "marked" as const } : {}),
    binding: true,
    mark: "plan",
    ...(named === dayInCampaign(definition, phrase.on) ? { phrase: phrase.phrase } : {}),
  };
}

/** 08:30 on the first working day on or after the stage's start. */
export const stageOpening = ({ definition, calendar }: DeadlineContext, stage: Stage): Date =>
  momentOf(calendar.nextWorkingDay(stageWindow(definition, stage).from), OPENING_TIME);

/** Reminder days, ascending: 7 and 3 working days before the effective day and the day itself, or 3 before it alone. */
export const reminderDays = (
  { calendar }: Pick<DeadlineContext, "calendar">,
  { effectiveOn, binding }: Pick<Deadline, "effectiveOn" | "binding">,
): CivilDate[] =>
  REMINDER_STEPS[binding ? "binding" : "advisory"].map((steps) => calendar.addWorkingDays(effectiveOn, -steps));

/** @throws if the id is unknown */
export function stageById(definition: Definition, id: string): Stage {
  const stage = definition.campaign.stages.find((candidate) => candidate.id === id);
  if (!stage) throw new Error(`no stage ${id} in ${definition.campaign.id}`);
  return stage;
}

/** @throws if the id is unknown */
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
