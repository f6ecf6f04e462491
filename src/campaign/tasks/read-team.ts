import { applicationsOf } from "../application/store.ts";
import { offers } from "../definition/purposes.ts";
import type { Context } from "../engine/context.ts";
import { decidersOf } from "../evaluation-team/deciders.ts";
import { recusalsOf, teamMembers, teamsOf } from "../evaluation-team/store.ts";
import { standingVersions } from "../evaluation-team/team.ts";
import type { CampaignState } from "./campaign-state.ts";

/** 评选工作组 and the recusals that wait; nothing in a campaign without 核验. */
export async function teamStateIn(context: Context): Promise<Pick<CampaignState, "team" | "recusals">> {
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
  const raised = (await recusalsOf(tx, campaign.id)).filter((one) => one.state === "raised");
  if (raised.length === 0) return { team, recusals: [] };
  const members = await teamMembers(context);
  const cases = new Map((await applicationsOf(tx, campaign.id)).map(({ id, compoundName }) => [id, compoundName]));
  return {
    team,
    recusals: raised.map(({ caseId, memberId, raisedAt }) => ({
      ...{ name: cases.get(caseId) ?? "", member: members.get(memberId)?.name ?? memberId, at: raisedAt },
      ...decidersOf(context, memberId),
    })),
  };
}
