import { textView, type View } from "../../platform/chat/view.ts";
import type { StaffId } from "../../shared/brand.ts";
import { type Application, takesPart } from "../application/application.ts";
import { reportedCases } from "../application/opinions/visible.ts";
import { applicationById } from "../application/store.ts";
import { assignmentsInForce, type SiteAssignment } from "../directory/assignments.ts";
import { membersWhoMay } from "../directory/member.ts";
import type { Context } from "../engine/context.ts";
import { recusalKey, recusedFrom, teamInForce, teamMembers } from "../evaluation-team/store.ts";
import type { TeamMember } from "../evaluation-team/team.ts";
import { finalMemberSheets } from "../scoring/store.ts";
import { endVisit, visitsFollow } from "./arrange.ts";
import { assignmentsFollow, endAssignments, sightFollows } from "./assign.ts";
import { followReversal } from "./follow-reversal.ts";
import { visitPhrases as phrases } from "./phrases.ts";
import { proposal } from "./proposal.ts";
import { sitesToVisit } from "./sites.ts";
import { visitsInForce, visitsOf } from "./store.ts";
import { ASSIGN } from "./views.ts";
import type { SiteVisit } from "./visit.ts";

/** Cases that are withdrawn, excluded or off the reported lists: their visits are cancelled, their assignments end. */
export async function followCases(context: Context): Promise<void> {
  const { tx, campaign } = context;
  const visits = (await visitsOf(tx, campaign.id)).filter(({ state }) => state === "arranged");
  const assignments = await assignmentsInForce(tx, campaign.id);
  const caseIds = [...new Set([...visits, ...assignments].map(({ caseId }) => caseId))];
  if (caseIds.length === 0) return;
  const there = new Set((await reportedCases(context)).filter(takesPart).map(({ id }) => id));
  const gone: Gone[] = [];
  for (const id of caseIds.filter((one) => !there.has(one))) {
    const application = await applicationById(tx, id);
    const ofCase = ({ caseId }: { caseId: string }) => caseId === id;
    if (!application) continue;
    const one = { application, visit: visits.find(ofCase), assignments: assignments.filter(ofCase) };
    await drop(context, one);
    gone.push(one);
  }
  await tellGone(context, gone);
}

/** A case that is not verified any more, with what it had. */
interface Gone {
  application: Application;
  visit: SiteVisit | undefined;
  assignments: readonly SiteAssignment[];
}

async function drop(context: Context, { application, visit, assignments }: Gone): Promise<void> {
  if (visit) await endVisit(context, visit, "cancelled");
  await endAssignments(context, assignments, "withdrawn");
  if (assignments.length > 0) await assignmentsFollow(context, [application.id]);
  sightFollows(
    context,
    assignments.map(({ memberId }) => memberId),
  );
  if (visit) visitsFollow(context, [{ application, before: visit, after: undefined }]);
}

/** Who arranges hears of all of them in one message, a member of the own sites. */
async function tellGone(context: Context, gone: readonly Gone[]): Promise<void> {
  const arranging = new Set<string>(arrangers(context));
  for (const { staffId } of context.people) {
    const own = gone.filter(
      ({ assignments }) => arranging.has(staffId) || assignments.some(({ memberId }) => memberId === staffId),
    );
    if (own.length === 0 || staffId === context.actor) continue;
    const sentences = own.map(({ application: { compoundName, state }, visit }) =>
      phrases.gone(compoundName, state, visit?.day),
    );
    const title = phrases.goneTitle(own.map(({ application }) => application.compoundName));
    await context.outbox.say(staffId, textView(title, sentences.join("")));
  }
}

/** staffIds of who arranges visits. */
const arrangers = ({ campaign, people }: Context): StaffId[] =>
  membersWhoMay(campaign.definition, people, "verification.assign").map(({ staffId }) => staffId);

async function tellArrangers(context: Context, view: View): Promise<void> {
  for (const staffId of arrangers(context)) await context.outbox.say(staffId, view);
}

/**
 * An accepted recusal ends the assignment; a replacement is proposed to who arranges. One that was taken back begins it
 * again. The decision tells the member.
 */
export async function followRecusal(
  context: Context,
  { caseId, memberId }: { caseId: string; memberId: string },
): Promise<void> {
  const { tx, campaign } = context;
  if (!(await recusedFrom(tx, campaign.id)).has(recusalKey({ caseId, memberId }))) {
    const view = await followReversal(context, { caseId, memberId });
    return view && tellArrangers(context, view);
  }
  const ended = (await assignmentsInForce(tx, campaign.id)).filter(
    (one) => one.caseId === caseId && one.memberId === memberId,
  );
  const application = await applicationById(tx, caseId);
  if (ended.length === 0 || !application) return;
  await endAssignments(context, ended, "recused");
  await assignmentsFollow(context, [caseId]);
  const name = application.compoundName;
  const member = (await teamMembers(context)).get(memberId);
  const substitute = await substituteFor(context, caseId);
  const isLate = (await visitsInForce(tx, campaign.id)).get(caseId)?.state === "made";
  const who = member?.name ?? memberId;
  const text = isLate ? phrases.recusedLate(name, who) : phrases.recused(name, who, substitute?.name);
  const typed = substitute && (await wholeAssignment(context, { caseId, name, substitute }));
  const actions =
    substitute && typed !== undefined
      ? [
          {
            id: ASSIGN,
            label: phrases.replace(substitute.name),
            typed,
            look: "primary" as const,
            subject: `${caseId}/${substitute.id}`,
          },
        ]
      : [];
  await tellArrangers(context, textView(phrases.recusedTitle(name), text, { tone: "near", actions }));
}

/** The proposed member for the place that has become free. */
async function substituteFor(context: Context, caseId: string): Promise<TeamMember | undefined> {
  const team = await teamInForce(context);
  if (!team) return undefined;
  return (await proposal(context, team, await sitesToVisit(context))).get(caseId)?.[0];
}

/** 核验安排 锦绣花园 成员 甲、乙: those who stay, and the substitute. */
async function wholeAssignment(
  context: Context,
  { caseId, name, substitute }: { caseId: string; name: string; substitute: TeamMember },
): Promise<string> {
  const site = (await sitesToVisit(context)).find(({ application }) => application.id === caseId);
  const names = [...(site?.members ?? []), substitute].map((member) => member.name);
  return phrases.assignTypedWhole(name, names);
}

/**
 * Whoever is not in the approved team any more verifies nothing. Where their points are final already they stand; else
 * they are set aside, and the site is to be given to somebody else.
 */
export async function followTeam(context: Context): Promise<void> {
  const { tx, campaign } = context;
  const team = await teamInForce(context);
  if (!team) return;
  const finals = await finalMemberSheets(tx, campaign.id);
  const left = (await assignmentsInForce(tx, campaign.id)).filter(
    ({ caseId, memberId }) =>
      !team.members.some(({ id }) => id === memberId) &&
      !finals.some((sheet) => sheet.caseId === caseId && sheet.scorer === memberId),
  );
  if (left.length === 0) return;
  await endAssignments(context, left, "left");
  await assignmentsFollow(context, [...new Set(left.map(({ caseId }) => caseId))]);
  const names = await teamMembers(context);
  for (const [memberId, of] of Map.groupBy(left, (one) => one.memberId)) {
    const sites: string[] = [];
    for (const { caseId } of of) sites.push((await applicationById(tx, caseId))?.compoundName ?? "");
    const view = textView(phrases.leftTitle(), phrases.left(names.get(memberId)?.name ?? memberId, sites));
    await tellArrangers(context, view);
  }
}
