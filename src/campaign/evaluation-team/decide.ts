import { RefusalError } from "../../shared/refusal-error.ts";
import type { Authority } from "../authority/authority.ts";
import { decisionsChanged } from "../authority/events.ts";
import type { RecordedDecision } from "../authority/extension-points.ts";
import { membersWhoMay } from "../directory/member.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import { ONE, TEAM_CARD } from "./actions.ts";
import { teamApproved, teamChanged } from "./events.ts";
import { teamPhrases as phrases, teamRefusals as refusals } from "./phrases.ts";
import { evaluationTeamTable, teamInForce, teamMemberTable, teamsOf } from "./store.ts";
import { type EvaluationTeam, replacesUndecided } from "./team.ts";

export interface TeamDecision {
  verdict: "approved" | "returned";
  /** The version that is meant; left out where the card shows it. */
  version?: number | undefined;
  /** 决定依据 */
  authority?: Authority;
  /** 审批意见 */
  opinion?: string;
}

/**
 * 批准 or 退回修改 of the version that waits. Approved, it replaces the one before and the roles follow it.
 * @throws {RefusalError} if nothing waits, or it is sent back without an opinion
 */
export async function decideTeam(context: PersonContext, decision: TeamDecision): Promise<EvaluationTeam> {
  const { tx, campaign } = context;
  await lockCampaign(tx, campaign.id);
  const versions = await teamsOf(context);
  const waiting = versions.findLast(({ state }) => state === "proposed");
  if (!waiting) throw new RefusalError("evaluation-team.nothing-waits", refusals.nothingWaits());
  requireMeant(versions, waiting, decision);
  if (decision.verdict === "returned" && decision.opinion === undefined)
    throw new RefusalError("evaluation-team.no-opinion", refusals.noOpinion());
  const isApproved = decision.verdict === "approved";
  const replaced = isApproved ? versions.flatMap((one) => (one.state === "approved" ? [one.version] : [])) : [];
  await store(context, { waiting, replaced, decision });
  for (const staffId of toldOf(context, waiting, isApproved))
    await context.cards.show(staffId, { kind: TEAM_CARD, subject: ONE });
  context.emit(teamChanged, {});
  context.emit(decisionsChanged, {});
  if (isApproved) context.emit(teamApproved, { version: waiting.version });
  return waiting;
}

/** @throws {RefusalError} for another version than waits */
function requireMeant(
  versions: readonly EvaluationTeam[],
  { version: waiting }: EvaluationTeam,
  { version, verdict }: TeamDecision,
): void {
  if (version === undefined || version === waiting) return;
  const isKnown = versions.some((one) => one.version === version);
  const said = isKnown ? refusals.otherVersion : refusals.noSuchVersion;
  throw new RefusalError("evaluation-team.other-version", said(version, waiting, verdict === "approved"));
}

/**
 * The version that typed words mean: the named one, else the only one proposed since the last decision. Where one was
 * replaced meanwhile, the approver may have the former before them.
 * @throws {RefusalError} if it is not named then
 */
export async function versionMeant(
  context: PersonContext,
  { version, verdict }: Pick<TeamDecision, "version" | "verdict">,
): Promise<number | undefined> {
  if (version !== undefined) return version;
  const versions = await teamsOf(context);
  const waiting = versions.findLast(({ state }) => state === "proposed");
  if (!waiting || !replacesUndecided(versions)) return waiting?.version;
  throw new RefusalError("evaluation-team.name-version", refusals.nameVersion(waiting.version, verdict === "approved"));
}

/** Those who proposed it may go on; an approved team is told to everybody in it. */
function toldOf({ campaign, people, actor }: Context, { members }: EvaluationTeam, isApproved: boolean) {
  const organizers = membersWhoMay(campaign.definition, people, "team.propose").map(({ staffId }) => staffId);
  const own = isApproved ? members.flatMap(({ staffId }) => staffId ?? []) : [];
  return [...new Set([...organizers, ...own])].filter((id) => id !== actor);
}

async function store(
  context: PersonContext,
  { waiting, replaced, decision }: { waiting: EvaluationTeam; replaced: readonly number[]; decision: TeamDecision },
): Promise<void> {
  const { tx, campaign, now, person } = context;
  const { verdict: state, authority, opinion } = decision;
  const members = state === "approved" ? waiting.members : [];
  const rows = [
    ...members.map(({ id }) => teamMemberTable.row({ campaign_id: campaign.id, id })),
    ...[...replaced, waiting.version].map((version) => evaluationTeamTable.row({ campaign_id: campaign.id, version })),
  ];
  const stored = opinion === undefined ? undefined : await context.personal.store(opinion);
  await context.withJournal({ action: `team.${state}`, rows }, async () => {
    for (const { id, role } of members)
      await tx.teamMember.update({
        where: { campaignId_id: { campaignId: campaign.id, id } },
        data: { role, leftAt: null },
      });
    await tx.evaluationTeam.updateMany({
      where: { campaignId: campaign.id, version: { in: [...replaced] } },
      data: { state: "superseded" },
    });
    await tx.evaluationTeam.update({
      where: { campaignId_version: { campaignId: campaign.id, version: waiting.version } },
      data: {
        ...{ state, decidedBy: person.staffId, decidedAt: now },
        ...(authority ? { authority: { ...authority } } : {}),
        ...(stored ? { opinion: { ...stored } } : {}),
      },
    });
  });
}

/** The approved team, whose authority can be registered afterwards. */
export async function registrable(context: Context): Promise<readonly RecordedDecision[]> {
  const team = await teamInForce(context);
  if (!team) return [];
  const { version, authority } = team;
  return [
    {
      name: phrases.word(),
      authority,
      async register(own, known) {
        const { tx, campaign } = own;
        const rows = [evaluationTeamTable.row({ campaign_id: campaign.id, version })];
        await own.withJournal({ action: "team.authority-registered", rows }, () =>
          tx.evaluationTeam.update({
            where: { campaignId_version: { campaignId: campaign.id, version } },
            data: { authority: { ...known } },
          }),
        );
        own.emit(teamChanged, {});
      },
    },
  ];
}
