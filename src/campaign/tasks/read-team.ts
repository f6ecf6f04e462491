import { staffId } from "../../shared/brand.ts";
import { applicationsOf } from "../application/store.ts";
import { attachmentsAt } from "../attachment/store.ts";
import { offers } from "../definition/purposes.ts";
import { assignmentsInForce } from "../directory/assignments.ts";
import type { Context } from "../engine/context.ts";
import { decidersOf } from "../evaluation-team/deciders.ts";
import { recusalKey, recusalsOf, recusedFrom, teamMembers, teamsOf } from "../evaluation-team/store.ts";
import { standingVersions } from "../evaluation-team/team.ts";
import { membersPerSite } from "../site-visit/proposal.ts";
import { VISIT_PLACES } from "../site-visit/record/number.ts";
import { type Site, sitesToVisit } from "../site-visit/sites.ts";
import type { CampaignState, OpenVerification, VisitGaps } from "./campaign-state.ts";

/** 评选工作组 and the recusals that wait; nothing in a campaign without 核验. */
export async function teamStateIn(
  context: Context,
): Promise<Pick<CampaignState, "team" | "recusals" | "verifications" | "visits">> {
  const { tx, campaign } = context;
  if (!offers(campaign.definition, "verification")) return {};
  const { approved, open } = standingVersions(await teamsOf(context));
  const current = open ?? approved;
  const state = current?.state;
  const at = current?.decidedAt ?? current?.proposedAt;
  const team =
    state === undefined || state === "superseded" ? { state: "none" as const } : { state, ...(at ? { at } : {}) };
  // Only members of an approved team are kept out of a case.
  if (!approved) return { team };
  const verifications = await openVerifications(context);
  const visits = await visitGaps(context, approved.decidedAt ?? approved.proposedAt);
  const raised = (await recusalsOf(tx, campaign.id)).filter((one) => one.state === "raised");
  if (raised.length === 0) return { team, recusals: [], verifications, visits };
  const members = await teamMembers(context);
  const cases = new Map((await applicationsOf(tx, campaign.id)).map(({ id, compoundName }) => [id, compoundName]));
  return {
    ...{ team, verifications, visits },
    recusals: raised.map(({ caseId, memberId, raisedAt }) => ({
      ...{ name: cases.get(caseId) ?? "", member: members.get(memberId)?.name ?? memberId, at: raisedAt },
      ...decidersOf(context, memberId),
    })),
  };
}

async function visitGaps(context: Context, since: Date): Promise<VisitGaps> {
  const { tx, campaign } = context;
  const sites = await sitesToVisit(context);
  const copies = await attachmentsAt(tx, { campaignId: campaign.id, prefix: VISIT_PLACES });
  const perSite = membersPerSite(context);
  const recorded = new Set(copies.map(({ caseId }) => caseId));
  const named = (of: readonly Site[]) => of.map(({ application }) => application.compoundName);
  return {
    since,
    undated: named(sites.filter(({ visit }) => !visit)),
    short: named(sites.filter(({ visit, members }) => visit?.state !== "made" && members.length < perSite)),
    unrecorded: named(
      sites.filter(({ application, visit }) => visit?.state === "made" && !recorded.has(application.id)),
    ),
  };
}

/** Sites of members of the organisation whose points are not final. */
async function openVerifications({ tx, campaign }: Context): Promise<OpenVerification[]> {
  const assignments = await assignmentsInForce(tx, campaign.id);
  if (assignments.length === 0) return [];
  const taking = new Map(
    (await applicationsOf(tx, campaign.id, { states: ["submitted"] })).map((one) => [one.id, one]),
  );
  const sheets = await tx.scoreSheet.findMany({
    where: { campaignId: campaign.id, ledger: "city", state: "finalized" },
    select: { caseId: true, scorer: true },
  });
  const final = new Set(sheets.map(({ caseId, scorer: memberId }) => recusalKey({ caseId, memberId })));
  const recused = await recusedFrom(tx, campaign.id);
  const people = await tx.teamMember.findMany({ where: { campaignId: campaign.id } });
  const outside = new Set(people.filter(({ name }) => name !== null).map(({ id }) => id));
  return assignments.flatMap(({ caseId, memberId, assignedAt }): OpenVerification[] => {
    const application = taking.get(caseId);
    const key = recusalKey({ caseId, memberId });
    if (!application || final.has(key) || outside.has(memberId) || recused.has(key)) return [];
    return [{ caseId, name: application.compoundName, member: staffId(memberId), at: assignedAt }];
  });
}
