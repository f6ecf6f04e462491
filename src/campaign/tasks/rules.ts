import type { StaffId } from "../../shared/brand.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { hasReview } from "../application/offered.ts";
import { deadlineOf, type Stage, stageById, stageOpening } from "../definition/deadlines.ts";
import { type Deliverable, deliverableFor, offers, stagesWith } from "../definition/purposes.ts";
import { deadlineContext } from "../definition/running-campaign.ts";
import type { Step } from "../definition/schema/purposes.ts";
import type { Capability } from "../definition/schema/roles.ts";
import { countedDistricts } from "../directory/expected-districts.ts";
import { districtOfficers, membersWhoMay } from "../directory/member.ts";
import { pendingOf } from "../ruling/rules.ts";
import { firstDay } from "../selection/publication/publication.ts";
import { openRulings } from "../selection/rules.ts";
import type { Selection } from "../selection/selection.ts";
import { districtsOwing, isOwed } from "../stage/rules.ts";
import type { CampaignState, CaseState, FilledForm } from "./campaign-state.ts";
import { opinionTurns } from "./opinion-turns.ts";
import { isOwn, TASK_KINDS, type Task, type TaskKind, type TaskSubject } from "./task.ts";

/**
 * 待办 of everybody: what each person has to do now, and what they wait for. By person; own work first, then by due
 * date, then in the order of the year. A closed campaign has none.
 */
export function owed(state: CampaignState, now: Date): Task[] {
  if (state.campaign.closedAt) return [];
  const turns = [...districtTurns(state, now), ...opinionTurns(state), ...cityTurns(state, now)];
  return turns.flatMap(tasksOf).sort(byUrgency);
}

export const tasksFor = (tasks: readonly Task[], person: StaffId): Task[] =>
  tasks.filter((task) => task.person === person);

/** Something to be done, before it is told whose it is. */
interface Turn extends Pick<Task, "what" | "about" | "since" | "dueAt" | "notBefore" | "hindrance"> {
  /** Who does it. */
  doers: readonly StaffId[];
  /** Who else is told that it is awaited. */
  awaitedBy: readonly StaffId[];
  waitsFor: NonNullable<Task["waitsFor"]>;
}

function tasksOf({ doers, awaitedBy, waitsFor, ...task }: Turn): Task[] {
  return [
    ...doers.map((person) => ({ ...task, person })),
    ...awaitedBy.filter((person) => !doers.includes(person)).map((person) => ({ ...task, person, waitsFor })),
  ];
}

function byUrgency(one: Task, other: Task): number {
  const rank = (task: Task): readonly (number | string)[] => [
    task.person,
    isOwn(task) ? 0 : 1,
    task.dueAt?.getTime() ?? Number.POSITIVE_INFINITY,
    TASK_KINDS.indexOf(task.what),
  ];
  const [a, b] = [rank(one), rank(other)];
  const at = a.findIndex((value, index) => value !== b[index]);
  if (at < 0) return 0;
  return (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1;
}

const may = ({ campaign, people }: CampaignState, capability: Capability): StaffId[] =>
  membersWhoMay(campaign.definition, people, capability).map(({ staffId }) => staffId);

const officersOf = ({ people }: CampaignState, district: string): StaffId[] =>
  districtOfficers(people, district).map(({ member }) => member.staffId);

/** After publication nothing of what led to it is owed any more. */
const isPublished = (state: CampaignState): boolean => state.isPublished;

/** When the stage's cards go out: from then on its deliverables are owed. */
const opensAt = ({ campaign, rulings }: CampaignState, stage: Stage): Date =>
  stageOpening(deadlineContext(campaign, rulings), stage);

const beginsAt = (state: CampaignState, { stage }: Deliverable): Date =>
  opensAt(state, stageById(state.campaign.definition, stage));

function districtTurns(state: CampaignState, now: Date): Turn[] {
  const { definition } = state.campaign;
  const today = dayOf(now);
  const counted = new Set(countedDistricts(definition, state.rulings, today).map(({ id }) => id));
  return definition.campaign.deliverables
    .filter((deliverable) => isOwed(deliverable) && beginsAt(state, deliverable) <= now)
    .flatMap((deliverable) =>
      districtsOwing(definition, deliverable, today)
        .filter(({ id }) => counted.has(id))
        .flatMap(({ id }) => turnsOf(state, deliverable, id)),
    );
}

function turnsOf(state: CampaignState, deliverable: Deliverable, district: string): Turn[] {
  const turn = turnMaker(state, deliverable, district);
  switch (deliverable.purpose) {
    case "application":
      return isPublished(state) ? [] : applicationTurns(state, district, turn);
    case "review":
      return isPublished(state) ? [] : reviewTurns(state, district, turn);
    case "list":
      return !isPublished(state) && owesList(state, district) ? [turn("list.submit")] : [];
    case "report":
      return state.reports.has(district) ? [] : [turn("report.submit")];
    default:
      return [];
  }
}

export const owesList = ({ lists }: CampaignState, district: string): boolean =>
  lists.expected.includes(district) && !lists.received.has(district);

type MakeTurn = (what: TaskKind, about?: TaskSubject, rest?: Partial<Pick<Turn, "since" | "doers">>) => Turn;

/** What districts hand in as a whole is awaited by the city too. */
const AWAITED_BY_CITY: readonly TaskKind[] = ["list.submit", "report.submit"];

function turnMaker(state: CampaignState, deliverable: Deliverable, district: string): MakeTurn {
  const { hardClosesAt } = deadlineOf(deadlineContext(state.campaign, state.rulings), deliverable.id);
  return (what, about = {}, rest = {}) => ({
    what,
    about: { deliverable: deliverable.id, district, ...about },
    since: beginsAt(state, deliverable),
    dueAt: hardClosesAt,
    doers: officersOf(state, district),
    awaitedBy: AWAITED_BY_CITY.includes(what) ? may(state, "reminder.send") : [],
    waitsFor: { role: "districtOfficer", district },
    ...rest,
  });
}

function applicationTurns(state: CampaignState, district: string, turn: MakeTurn): Turn[] {
  const forms = state.forms.filter((form) => form.district === district);
  const hasCase = state.cases.some((one) => one.district === district && one.state !== "withdrawn");
  if (forms.length === 0) return hasCase || state.lists.received.has(district) ? [] : [turn("application.begin")];
  return forms.map((form) => {
    const { caseId, name, done, of } = form;
    const about = { ...(caseId === undefined ? {} : { caseId }), name, done, of };
    return turn("application.finish", about, { doers: fillersOf(state, form) });
  });
}

/** Who began the form; everybody of the district once they have left it. */
function fillersOf(state: CampaignState, { district, startedBy }: FilledForm): StaffId[] {
  const officers = officersOf(state, district);
  return officers.includes(startedBy) ? [startedBy] : officers;
}

function reviewTurns(state: CampaignState, district: string, turn: MakeTurn): Turn[] {
  if (!hasReview(state.campaign.definition)) return [];
  return state.cases
    .filter((one) => one.district === district && one.state === "submitted" && one.review.state === "open")
    .map((one) => turn(isScored(one) ? "review.finalize" : "review.score", caseOf(one), { since: one.submittedAt }));
}

const isScored = ({ review: { done, of } }: CaseState): boolean => done >= of;

const caseOf = ({ id, name, review: { done, of } }: CaseState): TaskSubject => ({ caseId: id, name, done, of });

function cityTurns(state: CampaignState, now: Date): Turn[] {
  return [
    ...pendingAnswers(state),
    ...proposedDistricts(state),
    ...openBeforePublication(state, now),
    ...selectionTurns(state, now),
    ...unregisteredDecisions(state),
  ];
}

function pendingAnswers(state: CampaignState): Turn[] {
  const approvers = may(state, "ruling.answer");
  return state.answers
    .filter((answer) => answer.state === "pending")
    .map(({ ruling, version, approver, recordedBy, recordedAt }) => ({
      what: "ruling.decide",
      about: { ruling, version },
      since: recordedAt,
      doers: approvers.includes(approver) ? [approver] : approvers,
      awaitedBy: [...new Set([recordedBy, ...may(state, "ruling.record")])],
      waitsFor: { role: "approver" },
    }));
}

function proposedDistricts(state: CampaignState): Turn[] {
  const { proposal } = state.lists;
  if (!proposal) return [];
  return [
    {
      what: "expected.decide",
      about: {},
      since: proposal.at,
      doers: may(state, "publication.approve"),
      awaitedBy: may(state, "publication.publish"),
      waitsFor: { role: "approver" },
    },
  ];
}

/** Rulings that publication waits for, from the first stage whose work they concern. */
function openBeforePublication(state: CampaignState, now: Date): Turn[] {
  const { definition } = state.campaign;
  const since = begunOn(state, "ranking", now) ?? begunOn(state, "selection", now);
  if (!since || isPublished(state)) return [];
  return openRulings(definition, state.rulings)
    .filter(({ ruling }) => !pendingOf(state.answers, ruling))
    .map(({ ruling }) => cityTurn(state, { what: "ruling.record", about: { ruling }, since, by: "ruling.record" }));
}

function selectionTurns(state: CampaignState, now: Date): Turn[] {
  const { campaign, selection } = state;
  const begun = begunOn(state, "selection", now);
  if (!offers(campaign.definition, "selection")) return [];
  if (!selection) {
    if (!begun || !mayChoose(state, now)) return [];
    return [cityTurn(state, { what: "selection.choose", about: {}, since: begun, by: "selection.propose" })];
  }
  const { version, recordedAt, decidedAt } = selection;
  const about = { version };
  const since = decidedAt ?? recordedAt;
  switch (selection.state) {
    case "proposed": {
      const approval = cityTurn(state, { what: "selection.decide", about, since: recordedAt, by: "selection.approve" });
      return [{ ...approval, awaitedBy: may(state, "selection.propose") }];
    }
    case "declined":
    case "reopened":
      return [
        cityTurn(state, {
          what: "selection.revise",
          about,
          since: selection.reopenedAt ?? since,
          by: "selection.propose",
        }),
      ];
    case "approved":
      return publicationTurns(state, selection, now);
    default:
      return [];
  }
}

/** 公布 of an approved version: not while rulings that it waits for are open; from the end of 公示 on, if nothing hinders. */
function publicationTurns(state: CampaignState, selection: Selection, now: Date): Turn[] {
  const { campaign, rulings } = state;
  const { version, recordedAt, decidedAt } = selection;
  if (!offers(campaign.definition, "publication") || openRulings(campaign.definition, rulings).length > 0) return [];
  const since = decidedAt ?? recordedAt;
  const turn = cityTurn(state, {
    what: "publication.publish",
    about: { version },
    since,
    by: "publication.publish",
  });
  const first = firstDay(state, selection);
  return [
    {
      ...turn,
      ...(first !== undefined && dayOf(now) < first ? { notBefore: first } : {}),
      ...(state.hindrance === undefined ? {} : { hindrance: state.hindrance }),
    },
  ];
}

/** One task for all of them: 登记依据 asks which. */
function unregisteredDecisions(state: CampaignState): Turn[] {
  const { unregistered: decisions, campaign } = state;
  if (decisions.length === 0) return [];
  return [
    {
      what: "authority.register",
      about: { decisions },
      since: campaign.startedAt,
      doers: may(state, "ruling.record"),
      awaitedBy: [],
      waitsFor: { role: "organizer" },
    },
  ];
}

/** Once every list is there, or what still comes would be late. */
function mayChoose({ campaign, rulings, lists: { received, expected } }: CampaignState, now: Date): boolean {
  if (received.size === 0) return false;
  const list = deliverableFor(campaign.definition, "list");
  const lateFrom = list && deadlineOf(deadlineContext(campaign, rulings), list.id).lateFrom;
  return expected.every((id) => received.has(id)) || (lateFrom !== undefined && lateFrom <= now);
}

/** Opening of the step's first stage, once it is open. */
function begunOn(state: CampaignState, step: Step, now: Date): Date | undefined {
  const [stage] = stagesWith(state.campaign.definition, step);
  const from = stage && opensAt(state, stage);
  return from && from <= now ? from : undefined;
}

function cityTurn(
  state: CampaignState,
  { by, ...turn }: Pick<Turn, "what" | "about" | "since"> & { by: Capability },
): Turn {
  const { campaign, rulings } = state;
  const publication = deliverableFor(campaign.definition, "publication");
  const due = publication && deadlineOf(deadlineContext(campaign, rulings), publication.id).hardClosesAt;
  return {
    ...turn,
    ...(due ? { dueAt: due } : {}),
    doers: may(state, by),
    awaitedBy: [],
    waitsFor: { role: by === "selection.approve" ? "approver" : "organizer" },
  };
}
