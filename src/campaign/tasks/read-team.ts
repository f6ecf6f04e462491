import { staffId } from "../../shared/brand.ts";
import { applicationsOf } from "../application/store.ts";
import { offers } from "../definition/purposes.ts";
import { assignmentsInForce } from "../directory/assignments.ts";
import type { Context } from "../engine/context.ts";
import { decidersOf } from "../evaluation-team/deciders.ts";
import { recusalKey, recusalsOf, recusedFrom, teamMembers, teamsOf } from "../evaluation-team/store.ts";
import { standingVersions } from "../evaluation-team/team.ts";
import type { CampaignState, OpenVerification } from "./campaign-state.ts";

/** 评选工作组 and the recusals that wait; nothing in a campaign without 核验. */
export async function teamStateIn(
  context: Context,
): Promise<Pick<CampaignState, "team" | "recusals" | "verifications">> {
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
  const raised = (await recusalsOf(tx, campaign.id)).filter((one) => one.state === "raised");
  if (raised.length === 0) return { team, recusals: [], verifications };
  const members = await teamMembers(context);
  const cases = new Map((await applicationsOf(tx, campaign.id)).map(({ id, compoundName }) => [id, compoundName]));
  return {
    team,
    verifications,
    recusals: raised.map(({ caseId, memberId, raisedAt }) => ({
      ...{ name: cases.get(caseId) ?? "", member: members.get(memberId)?.name ?? memberId, at: raisedAt },
      ...decidersOf(context, memberId),
    })),
  };
}

/** Sites of members of the organisation whose points are not final. */
async function openVerifications({ tx, campaign }: Context): Promise<OpenVerification[]> {
  const assignments = await assignmentsInForce(tx, campaign.id);
  if (assignments.length === 0) return [];
  const taking = await applicationsOf(tx, campaign.id, { states: ["submitted"] });
  const final = await tx.scoreSheet.findMany({
    where: { campaignId: campaign.id, ledger: "city", state: "finalized" },
    select: { caseId: true, scorer: true },
  });
  const recused = await recusedFrom(tx, campaign.id);
  const people = await tx.teamMember.findMany({ where: { campaignId: campaign.id } });
  const outside = new Set(people.filter(({ name }) => name !== null).map(({ id }) => id));
  return assignments.flatMap(({ caseId, memberId, assignedAt }): OpenVerification[] => {
    const application = taking.find(({ id }) => id === caseId);
    const isDone = final.some((one) => one.caseId === caseId && one.scorer === memberId);
    if (!application || isDone || outside.has(memberId) || recused.has(recusalKey({ caseId, memberId }))) return [];
    return [{ caseId, name: application.compoundName, member: staffId(memberId), at: assignedAt }];
  });
}
