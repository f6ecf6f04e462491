import { answerTexts } from "../application/answer-texts.ts";
import { decided } from "../definition/purposes.ts";
import type { RulingsInForce } from "../definition/rulings-in-force.ts";
import type { Context } from "../engine/context.ts";
import { recusalKey, recusalsOf, recusedFrom } from "../evaluation-team/store.ts";
import type { EvaluationTeam, TeamMember } from "../evaluation-team/team.ts";
import { districtsOfMember } from "./assign.ts";
import { type ProposedMember, proposeMembers } from "./propose-members.ts";
import type { Site } from "./sites.ts";

/** Of a campaign that says nothing. */
const USUALLY = 2;

/** How many members verify a site. */
export function membersPerSite(
  { campaign, rulings }: Pick<Context, "campaign" | "rulings">,
  under?: RulingsInForce,
): number {
  const { members } = decided(campaign.definition, "membersPerSite", under ?? rulings);
  return typeof members === "number" ? members : USUALLY;
}

/** Members to be added, by application id; sites that need nobody, or that nobody can be added to, have no entry. */
export async function proposal(
  context: Context,
  team: EvaluationTeam,
  sites: readonly Site[],
): Promise<ReadonlyMap<string, readonly TeamMember[]>> {
  const waiting = sites.filter(({ visit }) => visit?.state !== "made");
  const members = await candidates(context, team);
  const subdistricts = await answerTexts(
    context,
    waiting.map(({ application }) => application),
    "subdistrict",
  );
  const proposed = proposeMembers(
    waiting.map(({ application: { id, district }, visit, members: assigned }) => ({
      ...{ id, district, members: assigned.map((member) => member.id) },
      ...(visit?.car === undefined ? {} : { ride: { day: visit.day, car: visit.car } }),
      group: visit?.car === undefined ? `${district} ${subdistricts.get(id) ?? id}` : `${visit.day} ${visit.car}`,
    })),
    members,
    membersPerSite(context),
  );
  const byId = new Map(team.members.map((member) => [member.id, member]));
  return new Map(
    [...proposed]
      .map(([id, added]): [string, TeamMember[]] => [id, added.flatMap((member) => byId.get(member) ?? [])])
      .filter(([, added]) => added.length > 0),
  );
}

async function candidates(context: Context, team: EvaluationTeam): Promise<ProposedMember[]> {
  const { tx, campaign } = context;
  const recused = [...(await recusedFrom(tx, campaign.id))];
  const raised = (await recusalsOf(tx, campaign.id)).filter(({ state }) => state === "raised").map(recusalKey);
  return team.members.map(({ id }) => ({
    id,
    districts: districtsOfMember(context, id),
    recused: new Set(
      [...recused, ...raised].filter((key) => key.endsWith(` ${id}`)).map((key) => key.split(" ")[0] ?? ""),
    ),
  }));
}
