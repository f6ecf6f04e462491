import type { StaffId } from "../../shared/brand.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { hasReview } from "../application/offered.ts";
import { deadlineOf, stageById } from "../definition/deadlines.ts";
import type { Deliverable } from "../definition/purposes.ts";
import { deadlineContext } from "../definition/running-campaign.ts";
import { countedDistricts } from "../directory/expected-districts.ts";
import { districtOfficers } from "../directory/member.ts";
import { districtsOwing, isOwed } from "../stage/rules.ts";
import type { CampaignState, CaseState, FilledForm } from "./campaign-state.ts";
import { cityTurns } from "./city-turns.ts";
import { consultationTurns } from "./consultation-turns.ts";
import { extensionTurns } from "./extension-turns.ts";
import { objectionTurns } from "./objection-turns.ts";
import { opinionTurns } from "./opinion-turns.ts";
import { provinceTurns } from "./province-turns.ts";
import { reportTurns, summaryTurns } from "./report-turns.ts";
import { returnTurns } from "./return-turns.ts";
import { sealTurns } from "./seal-turns.ts";
import { inPlaceOf, standInsOf } from "./stand-ins.ts";
import { supportTurns } from "./support-turns.ts";
import { byUrgency, type Task, type TaskKind, type TaskSubject } from "./task.ts";
import { teamTurns } from "./team-turns.ts";
import { isPublished, may, opensAt, type Turn } from "./turn.ts";

/**
 * 待办 of everybody: what each person has to do now, and what they wait for. By person; own work first, then by due
 * date, then in the order of the year. A closed campaign has none.
 */
export function owed(state: CampaignState, now: Date): Task[] {
  if (state.campaign.closedAt) return [];
  const turns = [
    ...[...districtTurns(state, now), ...opinionTurns(state), ...returnTurns(state), ...sealTurns(state)],
    ...extensionTurns(state),
    ...[...teamTurns(state, now), ...consultationTurns(state), ...cityTurns(state, now)],
    ...[
      ...objectionTurns(state),
      ...provinceTurns(state),
      ...supportTurns(state),
      ...reportTurns(state),
      ...summaryTurns(state, now),
    ],
  ];
  return turns.flatMap((turn) => tasksOf(state, turn)).sort(byUrgency);
}

export const tasksFor = (tasks: readonly Task[], person: StaffId): Task[] =>
  tasks.filter((task) => task.person === person);

function tasksOf(state: CampaignState, { doers, awaitedBy, waitsFor, principal, ...task }: Turn): Task[] {
  return [
    ...doers.map((person) => ({ ...task, person, ...inPlaceOf(state, person, { ...waitsFor, principal }) })),
    ...awaitedBy.filter((person) => !doers.includes(person)).map((person) => ({ ...task, person, waitsFor })),
  ];
}

const officersOf = ({ people }: CampaignState, district: string): StaffId[] =>
  districtOfficers(people, district).map(({ member }) => member.staffId);

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

type MakeTurn = (
  what: TaskKind,
  about?: TaskSubject,
  rest?: Partial<Pick<Turn, "since" | "doers" | "awaitedBy" | "principal">>,
) => Turn;

/** What districts hand in as a whole is awaited by the city too. */
const AWAITED_BY_CITY: readonly TaskKind[] = ["list.submit", "report.submit"];

function turnMaker(state: CampaignState, deliverable: Deliverable, district: string): MakeTurn {
  const { hardClosesAt } = deadlineOf(deadlineContext(state.campaign, state.rulings, district), deliverable.id);
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
    const about = { ...(caseId === undefined ? {} : { caseId }), name, done, of, by: form.startedBy };
    // Colleagues see that it is being filled in, and by whom.
    const awaitedBy = officersOf(state, district);
    return turn("application.finish", about, { doers: fillersOf(state, form), awaitedBy, principal: form.startedBy });
  });
}

/** Who began the form, and who stands in for them; everybody of the district once they have left it. */
function fillersOf(state: CampaignState, { district, startedBy }: FilledForm): StaffId[] {
  const officers = officersOf(state, district);
  const standIns = standInsOf(state, startedBy, { role: "districtOfficer", district });
  return officers.includes(startedBy) ? [startedBy, ...standIns] : officers;
}

function reviewTurns(state: CampaignState, district: string, turn: MakeTurn): Turn[] {
  if (!hasReview(state.campaign.definition)) return [];
  return state.cases
    .filter((one) => one.district === district && one.state === "submitted" && one.review.state === "open")
    .map((one) => turn(isScored(one) ? "review.finalize" : "review.score", caseOf(one), { since: one.submittedAt }));
}

const isScored = ({ review: { done, of } }: CaseState): boolean => done >= of;

const caseOf = ({ id, name, review: { done, of } }: CaseState): TaskSubject => ({ caseId: id, name, done, of });
