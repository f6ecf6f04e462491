import { textView } from "../../platform/chat/view.ts";
import type { StaffId } from "../../shared/brand.ts";
import { districtName } from "../definition/districts.ts";
import { assignmentsInForce } from "../directory/assignments.ts";
import { districtOfficers } from "../directory/member.ts";
import type { Context } from "../engine/context.ts";
import type { VisitChange } from "./arrange.ts";
import type { AssignmentChange } from "./assign.ts";
import { DISTRICT_DAY, districtDay } from "./district-view.ts";
import { MINE } from "./own-view.ts";
import { visitPhrases as phrases, type VisitWords } from "./phrases.ts";
import { isKnownToDistrict, type SiteVisit } from "./visit.ts";

/** What has changed in one act. */
export interface Changed {
  visits: readonly VisitChange[];
  assignments: readonly AssignmentChange[];
}

/**
 * Tells those whom it concerns, each once: the districts of the sites by a card for a day, the members by one message.
 * @returns who was told, in words
 */
export async function tellChanges(context: Context, changed: Changed): Promise<string[]> {
  const districts = await tellDistricts(context, changed.visits);
  const members = await tellMembers(context, changed);
  return [...districts.map((id) => phrases.toldDistrict(districtName(context.campaign.definition, id))), ...members];
}

const isKnown = (visit: SiteVisit | undefined): visit is SiteVisit => visit !== undefined && isKnownToDistrict(visit);

/** @returns ids of the districts that were told */
async function tellDistricts(context: Context, changes: readonly VisitChange[]): Promise<string[]> {
  const fresh = changes.filter(
    ({ before, after }) =>
      isKnown(after) && !(isKnown(before) && before.number === after.number && before.state === after.state),
  );
  const shown = new Set(
    fresh.flatMap(({ application, after }) => (after ? [districtDay(application.district, after.day)] : [])),
  );
  const gone = changes.filter(({ before, after }) => isKnown(before) && before.state === "arranged" && !isKnown(after));
  const concerned = new Set([...fresh, ...gone].map(({ application }) => application.district));
  const told = context.campaign.definition.campaign.districts.map(({ id }) => id).filter((id) => concerned.has(id));
  for (const district of told) {
    const officers = districtOfficers(context.people, district).map(({ member }) => member.staffId);
    const lost = gone.filter(({ application }) => application.district === district);
    const byDay = [...Map.groupBy(lost, ({ before }) => before?.day)];
    for (const officer of new Set(officers)) {
      for (const subject of shown) {
        if (subject.startsWith(`${district}/`)) await context.cards.show(officer, { kind: DISTRICT_DAY, subject });
      }
      for (const [day, of] of byDay) {
        if (day === undefined) continue;
        const names = of.map(({ application }) => application.compoundName);
        await context.outbox.say(officer, textView(phrases.changeTitle(), phrases.toldCancelled(names, day)));
      }
    }
  }
  return told;
}

/** @returns the names of the members who were told */
async function tellMembers(context: Context, { visits, assignments }: Changed): Promise<string[]> {
  const lines = new Map<string, string[]>();
  const put = (memberId: string, line: string) => lines.set(memberId, [...(lines.get(memberId) ?? []), line]);
  const inForce = await assignmentsInForce(context.tx, context.campaign.id);
  const given = new Set(
    assignments.flatMap(({ application, added }) => added.map(({ id }) => `${application.id} ${id}`)),
  );
  for (const { application, before, after } of visits) {
    const line = memberLine(application.compoundName, before, after);
    const members = inForce.filter(({ caseId }) => caseId === application.id);
    for (const { memberId } of members) {
      if (line !== undefined && !given.has(`${application.id} ${memberId}`)) put(memberId, line);
    }
  }
  for (const { application, added, removed, visit } of assignments) {
    const words = { name: application.compoundName, district: "", members: [], day: visit?.day, car: visit?.car };
    for (const { id } of added) put(id, phrases.memberGiven(words));
    for (const id of removed) put(id, phrases.memberTakenOff(application.compoundName));
  }
  const told: string[] = [];
  for (const [memberId, of] of lines) {
    const member = context.people.find(({ staffId }) => staffId === memberId);
    if (!member || member.staffId === context.actor) continue;
    await tellMember(context, member.staffId, of);
    told.push(member.name);
  }
  return told;
}

function memberLine(name: string, before: SiteVisit | undefined, after: SiteVisit | undefined): string | undefined {
  const isOpen = before?.state === "arranged";
  if (!after || after.state === "cancelled") return isOpen ? phrases.memberCancelled(name) : undefined;
  if (after.state === "made" || (before?.number === after.number && before.car === after.car)) return undefined;
  const insteadOf = isOpen && before.day !== after.day ? before.day : undefined;
  const words: VisitWords = { name, district: "", members: [], day: after.day, car: after.car, insteadOf };
  return phrases.memberMoved(words);
}

/** The first time the whole of it on a card; afterwards what has changed, and the card follows. */
async function tellMember(context: Context, staffId: StaffId, lines: readonly string[]): Promise<void> {
  if (!(await context.cards.wasShown({ kind: MINE, subject: staffId }))) {
    await context.cards.show(staffId, { kind: MINE, subject: staffId });
    return;
  }
  const word = phrases.mineWord();
  const actions = [{ id: MINE, label: word, typed: word, look: "default" as const }];
  await context.outbox.say(staffId, textView(phrases.changeTitle(), `${lines.join("；")}。`, { actions }));
}
