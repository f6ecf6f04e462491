import { dayOf } from "../../shared/civil-date.ts";
import { deadlineOf, deliverableById, latenessOf } from "../definition/deadlines.ts";
import { districtName } from "../definition/districts.ts";
import { deadlineContext } from "../definition/running-campaign.ts";
import { dayWords, dayWordsIn } from "../definition/wording.ts";
import { districtOfficers, memberOf } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import { listDeliverable } from "../recommendation/levels.ts";
import { stagePhrases } from "../stage/phrases.ts";
import { isSoftOver, nearnessOf } from "../stage/rules.ts";
import type { CampaignState } from "./campaign-state.ts";
import { taskPhrases as phrases } from "./phrases.ts";
import { isOwn, type Task } from "./task.ts";

/** What the person has to do, one line a task; the district is named for people of several. */
export function ownLines(state: CampaignState, tasks: readonly Task[], now: Date): string[] {
  return tasks.filter(isOwn).map((task) => {
    const line = inPlaceOf(state, task, lineOf(state, task)) + dueWords(state, task, now);
    const { district } = task.about;
    const isOfSeveral = district !== undefined && districtsOfPerson(state, task) > 1;
    return isOfSeveral ? phrases.of(districtName(state.campaign.definition, district), line) : line;
  });
}

/** What waits for whom the person stands in for is marked so. */
function inPlaceOf({ people }: CampaignState, { standsInFor }: Task, line: string): string {
  const name = memberOf(people, standsInFor)?.name;
  return name === undefined ? line : phrases.inPlaceOf(line, name);
}

const districtsOfPerson = ({ people }: CampaignState, { person }: Task): number =>
  districtOfficers(people).filter(({ member }) => member.staffId === person).length;

function lineOf(state: CampaignState, { what, about }: Task): string {
  const { deliverable = "", name = "", ruling = "", version = 0, done = 0, of = 0, caseId } = about;
  const label = () => deliverableById(state.campaign.definition, deliverable).name;
  switch (what) {
    case "application.begin":
      return phrases.begin(label());
    case "application.finish":
      return caseId === undefined ? phrases.filling(label(), name, { done, of }) : phrases.changing(label(), name);
    case "opinion.confirm":
      return phrases.confirmOpinions(name);
    case "review.score":
      return done === 0 ? phrases.unscored(label(), name) : phrases.scoring(label(), name, of - done);
    case "review.finalize":
      return phrases.scored(label(), name);
    case "list.submit":
    case "report.submit":
      return phrases.notIn(label());
    case "support.answer":
      return phrases.answerSupport(version);
    case "support.close":
      return phrases.closeSupport(version);
    case "summary.file":
      return phrases.fileSummary(label());
    case "report.revise":
      return phrases.reviseReport(
        name,
        about.until === undefined ? "" : dayWords(about.until),
        nounsOf(state.campaign.definition),
      );
    case "extension.decide":
      return phrases.decideExtension(name);
    case "extension.approve":
      return phrases.approveExtension(name);
    case "list.seal":
      return phrases.awaitsSeal(listDeliverable(state.campaign.definition, about.district ?? "")?.name ?? "");
    case "return.correct":
      return phrases.correct(
        name,
        about.until === undefined ? "" : dayWords(about.until),
        nounsOf(state.campaign.definition),
      );
    case "return.extend":
      return phrases.extendReturn(name);
    case "team.propose":
      return phrases.proposeTeam();
    case "team.revise":
      return phrases.reviseTeam();
    case "team.decide":
      return phrases.decideTeam();
    case "recusal.decide":
      return phrases.decideRecusal(name, about.member ?? "");
    case "visit.arrange":
      return phrases.arrangeVisits(about.sites ?? []);
    case "visit.assign":
      return phrases.assignMembers(about.sites ?? []);
    case "visit.record":
      return phrases.fileRecords(about.sites ?? []);
    case "verification.score":
      return phrases.verify(name);
    case "consultation.record":
      return phrases.awaitReplies(about.departments ?? []);
    case "consultation.decide":
      return phrases.decideReply(name, about.departments ?? [], of);
    case "ruling.decide":
      return phrases.decideRuling(ruling, answerText(state, { ruling, version }));
    case "expected.decide":
      return phrases.decideExpected(proposedNames(state), nounsOf(state.campaign.definition));
    case "ruling.record":
      return phrases.recordRuling(ruling);
    case "selection.choose":
      return phrases.choose();
    case "selection.revise":
      return phrases.revise(version);
    case "selection.amend":
      return phrases.amend(version);
    case "selection.decide":
      return phrases.decideSelection(version);
    case "objection.report":
      return phrases.reportObjection(version);
    case "objection.decide":
      return phrases.decideObjection(version);
    case "objection.reply":
      return phrases.replyObjection(version);
    case "notice.begin":
      return phrases.beginNotice(version);
    case "publication.publish":
      return phrases.publish(version);
    case "correction.decide":
      return phrases.decideCorrection(version);
    case "province.propose":
      return phrases.proposeProvince(version);
    case "province.decide":
      return phrases.decideProvince(version);
    case "province.amend":
      return phrases.amendProvince(version);
    case "province.send":
      return phrases.sendProvince(version);
    case "authority.register":
      return phrases.register(about.decisions ?? []);
  }
}

const proposedNames = ({ lists, campaign }: CampaignState): string[] =>
  (lists.proposal?.districts ?? []).map((id) => districtName(campaign.definition, id));

const answerText = ({ answers }: CampaignState, asked: { ruling: string; version: number }): string =>
  answers.find(({ ruling, version }) => ruling === asked.ruling && version === asked.version)?.text ?? "";

/** Empty for tasks that no district's deliverable gives a day. */
function dueWords({ campaign, rulings }: CampaignState, { about }: Task, now: Date): string {
  if (about.deliverable === undefined) return "";
  const deadline = deadlineOf(deadlineContext(campaign, rulings, about.district), about.deliverable);
  const today = dayOf(now);
  const near = nearnessOf(campaign.calendar, today, deadline.statedOn);
  const standing = { near, lateness: latenessOf(deadline, now), isSoftOver: isSoftOver(deadline, today) };
  return `，${stagePhrases.due(campaign.definition, { deadline, ...standing })}`;
}

/** True if what comes now is late. */
export function isOverdue({ campaign, rulings }: CampaignState, { what, about, dueAt }: Task, now: Date): boolean {
  if (what === "return.correct" || what === "report.revise") return dueAt !== undefined && dueAt <= now;
  if (about.deliverable === undefined) return false;
  return latenessOf(deadlineOf(deadlineContext(campaign, rulings, about.district), about.deliverable), now) === "late";
}

/** What the person can do only later, each with its day. */
export const laterLines = ({ campaign }: CampaignState, tasks: readonly Task[]): string[] =>
  tasks
    .filter(({ what }) => what === "publication.publish" || what === "notice.begin")
    .flatMap(({ about: { version = 0 }, notBefore, hindrance }) => [
      ...(hindrance === undefined ? [] : [phrases.publishHindered(version, hindrance)]),
      ...(notBefore === undefined ? [] : [phrases.publishFrom(version, dayWordsIn(campaign.definition, notBefore))]),
    ]);

/** Forms of colleagues, each in a line of its own. */
const isForm = ({ what }: Pick<Task, "what">): boolean => what === "application.finish";

/** What others have to do first. Districts that owe the same stand in one line. */
export function waitingLines(state: CampaignState, tasks: readonly Task[]): string[] {
  const { definition } = state.campaign;
  const who = nounsOf(definition).approver;
  const waiting = tasks.filter(({ waitsFor }) => waitsFor !== undefined);
  const byKind = Map.groupBy(
    waiting,
    ({ what, about }) =>
      `${what} ${isForm({ what }) ? JSON.stringify(about) : (about.deliverable ?? JSON.stringify(about))}`,
  );
  return [...byKind.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { deliverable, ruling = "", version = 0 } = first.about;
    if (isForm(first))
      return [phrases.filledBy(lineOf(state, first), memberOf(state.people, first.about.by)?.name ?? "")];
    if (first.what === "ruling.decide") return [phrases.waitsForRuling({ who }, ruling)];
    if (first.what === "expected.decide") return [phrases.waitsForExpected({ who }, nounsOf(definition))];
    if (first.what === "correction.decide") return [phrases.waitsForCorrection({ who }, version)];
    if (first.what === "province.decide") return [phrases.waitsForProvince({ who }, version)];
    if (first.what === "extension.approve") return [phrases.waitsForExtension({ who }, first.about.name ?? "")];
    if (first.what === "objection.decide") return [phrases.waitsForObjection({ who }, version)];
    if (first.what === "team.decide") return [phrases.waitsForTeam({ who })];
    if (first.what === "consultation.decide") return [phrases.waitsForReply({ who }, first.about.of ?? 1)];
    if (first.what === "selection.decide") return [phrases.waitsForSelection({ who }, version)];
    if (first.what === "return.correct") {
      const district = districtName(definition, first.about.district ?? "");
      return [phrases.waitsForReturn({ who: district }, first.about.name ?? "")];
    }
    if (first.what === "support.answer")
      return [phrases.waitsForSupport({ who: nounsOf(definition).organizer }, version)];
    if (first.what === "report.revise") {
      const district = districtName(definition, first.about.district ?? "");
      return [phrases.waitsForRevision({ who: district }, first.about.name ?? "")];
    }
    if (deliverable === undefined) return [];
    const names = definition.campaign.districts
      .filter(({ id }) => group.some(({ about }) => about.district === id))
      .map(({ name }) => name);
    return [phrases.waitsForDistricts({ who: names.join("、") }, deliverableById(definition, deliverable).name)];
  });
}
