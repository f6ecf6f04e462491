import { RefusalError } from "../../shared/refusal-error.ts";
import type { Application } from "../application/application.ts";
import { districtName } from "../definition/districts.ts";
import {
  type AssignmentEnd,
  allAssignments,
  type SiteAssignment,
  siteAssignmentTable,
} from "../directory/assignments.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import { peopleChanged } from "../engine/people-changed.ts";
import { campaignTable } from "../engine/start/start-campaign.ts";
import { recusalKey, recusalsOf, recusedFrom } from "../evaluation-team/store.ts";
import type { Recusal, TeamMember } from "../evaluation-team/team.ts";
import { rulingEffectsChanged } from "../ruling/events.ts";
import { visitable } from "./arrange.ts";
import { assignmentsChanged } from "./events.ts";
import { approvedTeam } from "./names.ts";
import { visitRefusals as refusals } from "./phrases.ts";
import { visitsInForce } from "./store.ts";
import type { SiteVisit } from "./visit.ts";

/** Who verifies a site from now on: all of them, and nobody else. */
export interface Assigning {
  caseId: string;
  members: readonly TeamMember[];
}

/** Who came to a site and who left it. */
export interface AssignmentChange {
  application: Application;
  added: readonly TeamMember[];
  removed: readonly string[];
  /** Arranged or made. */
  visit: SiteVisit | undefined;
}

/**
 * Assigns members to sites. All of it, or nothing.
 * @throws {RefusalError} without an approved team, for somebody outside it, recused, or of the site's district, and for a
 *   case that takes no part
 */
export async function assignMembers(context: PersonContext, wanted: readonly Assigning[]): Promise<AssignmentChange[]> {
  const { tx, campaign } = context;
  await lockCampaign(tx, campaign.id);
  const team = await approvedTeam(context);
  const all = await allAssignments(tx, campaign.id);
  const visits = await visitsInForce(tx, campaign.id);
  const changes: AssignmentChange[] = [];
  for (const { caseId, members } of wanted) {
    const application = await visitable(context, caseId);
    const inForce = all.filter((one) => one.caseId === caseId && !one.ended);
    for (const member of members) {
      if (!team.members.some(({ id }) => id === member.id)) {
        throw new RefusalError("site-visit.not-in-team", refusals.notInTeam(member.name));
      }
      await requireImpartial(context, application, member);
    }
    const added = members.filter(({ id }) => !inForce.some(({ memberId }) => memberId === id));
    const removed = inForce.filter(({ memberId }) => !members.some(({ id }) => id === memberId));
    await endAssignments(context, removed, "reassigned");
    await beginAssignments(context, caseId, { added, all });
    changes.push({ application, added, removed: removed.map(({ memberId }) => memberId), visit: visits.get(caseId) });
  }
  const changed = changes.filter(({ added, removed }) => added.length + removed.length > 0);
  if (changed.length > 0)
    await assignmentsFollow(
      context,
      changed.map(({ application }) => application.id),
    );
  sightFollows(
    context,
    changed.flatMap(({ added, removed }) => [...added.map(({ id }) => id), ...removed]),
  );
  return changed;
}

/** What members have before them of a site is shown as long as it is theirs. */
export function sightFollows({ emit }: Pick<Context, "emit">, memberIds: readonly string[]): void {
  if (memberIds.length > 0) emit(peopleChanged, { staffIds: [...new Set(memberIds)] });
}

/** @throws {RefusalError} if the member keeps out of the case, or works for its district */
async function requireImpartial(
  context: PersonContext,
  { id: caseId, compoundName, district }: Application,
  { id: memberId, name }: TeamMember,
): Promise<void> {
  const { tx, campaign } = context;
  if ((await recusedFrom(tx, campaign.id)).has(recusalKey({ caseId, memberId }))) {
    throw new RefusalError("site-visit.recused", refusals.recused(name, compoundName));
  }
  if (!districtsOfMember(context, memberId).includes(district)) return;
  const isAllowed = (await recusalsOf(tx, campaign.id)).some(
    (one) =>
      recusalKey(one) === recusalKey({ caseId, memberId }) &&
      one.ground === "sameDistrict" &&
      RULED_OUT.includes(one.state),
  );
  if (isAllowed) return;
  const where = districtName(campaign.definition, district);
  throw new RefusalError("site-visit.same-district", refusals.sameDistrict(name, where, compoundName));
}

/** It was decided that the ground keeps the member out of nothing. */
const RULED_OUT: readonly Recusal["state"][] = ["declined", "reversed"];

/** Districts that somebody works for today. */
export const districtsOfMember = ({ people }: Pick<Context, "people">, memberId: string): string[] =>
  people
    .filter(({ staffId }) => staffId === memberId)
    .flatMap(({ roles }) =>
      roles.flatMap(({ role, district }) => (role === "districtOfficer" && district ? [district] : [])),
    );

/** Begins assignments; {@link assignmentsFollow} comes after the last. @param all also ended ones */
export async function beginAssignments(
  context: Pick<Context, "tx" | "campaign" | "now" | "actor" | "withJournal">,
  caseId: string,
  { added, all }: { added: readonly TeamMember[]; all: readonly SiteAssignment[] },
): Promise<void> {
  const { tx, campaign, now, actor } = context;
  for (const { id: memberId } of added) {
    const former = all.filter((one) => one.caseId === caseId && one.memberId === memberId);
    const number = Math.max(0, ...former.map((one) => one.number)) + 1;
    const rows = [siteAssignmentTable.row({ case_id: caseId, member_id: memberId, number })];
    await context.withJournal({ action: "site-visit.assigned", rows, caseId }, () =>
      tx.siteAssignment.create({
        data: { caseId, memberId, number, campaignId: campaign.id, assignedBy: actor, assignedAt: now },
      }),
    );
  }
}

/** Ends assignments; {@link assignmentsFollow} comes after the last. */
export async function endAssignments(
  context: Pick<Context, "tx" | "now" | "actor" | "withJournal">,
  assignments: readonly SiteAssignment[],
  reason: AssignmentEnd,
): Promise<void> {
  const { tx, now, actor } = context;
  for (const { caseId, memberId, number } of assignments) {
    const rows = [siteAssignmentTable.row({ case_id: caseId, member_id: memberId, number })];
    await context.withJournal({ action: "site-visit.assignment-ended", rows, caseId }, () =>
      tx.siteAssignment.update({
        where: { caseId_memberId_number: { caseId, memberId, number } },
        data: { endedAt: now, endedBy: actor, endReason: reason },
      }),
    );
  }
}

/** The directory is read anew, since sites stand with the people; then the change is told to the other parts. */
export async function assignmentsFollow(context: Context, caseIds: readonly string[]): Promise<void> {
  const { tx, campaign } = context;
  const rows = [campaignTable.row({ id: campaign.id })];
  await context.withJournal({ action: "site-visit.people", rows }, () =>
    tx.campaign.update({ where: { id: campaign.id }, data: { peopleVersion: { increment: 1 } } }),
  );
  await context.reload();
  context.emit(assignmentsChanged, { caseIds });
  context.emit(rulingEffectsChanged, { decisions: ["membersPerSite"] });
}
