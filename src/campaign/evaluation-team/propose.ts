import { RefusalError } from "../../shared/refusal-error.ts";
import { membersWhoMay } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import { ONE, TEAM_CARD } from "./actions.ts";
import { teamChanged } from "./events.ts";
import { type Found, type Nameable, nameable, personNamed, storeFound } from "./people.ts";
import { teamRefusals as refusals } from "./phrases.ts";
import type { NamedPerson, ReadTeam } from "./read-team.ts";
import { isSameTeam, type TeamChange, teamAfter } from "./rules.ts";
import { evaluationTeamTable, teamInForce, teamMembers, teamMemberTable, teamsOf } from "./store.ts";
import { idsOf, presentTeam, type TeamMember } from "./team.ts";

/**
 * Stores the team as the next version and asks the approver. An earlier one that waits is replaced; the approved one
 * stays in force until this is approved.
 * @returns its version
 * @throws {RefusalError} if somebody cannot be told, there is no lead or no member, or nothing is changed
 */
export async function proposeTeam(context: PersonContext, read: ReadTeam): Promise<number> {
  const { tx, campaign, now, person } = context;
  await lockCampaign(tx, campaign.id);
  const { found, change } = await whoIsNamed(context, read);
  const versions = await teamsOf(context);
  const present = presentTeam(versions, context.people);
  const ids = teamAfter(present, withoutLeavers(change, await teamMembers(context)));
  requireWhole(ids, await idsInForce(context));
  const nouns = nounsOf(campaign.definition);
  if (versions.some((one) => one.state === "proposed" && isSameTeam(idsOf(one), ids)))
    throw new RefusalError("evaluation-team.waits", refusals.waitsAlready(nouns));
  const version = (versions.at(-1)?.version ?? 0) + 1;
  const replaced = versions.filter(({ state }) => state === "proposed").map((one) => one.version);
  // Who is in the team by default is stored with it, too.
  const unnamed = ids.filter((id) => !found.some((one) => one.id === id)).map((id) => ({ id, name: "" }));
  const rows = [
    ...ids.map((id) => teamMemberTable.row({ campaign_id: campaign.id, id })),
    ...[...replaced, version].map((one) => evaluationTeamTable.row({ campaign_id: campaign.id, version: one })),
  ];
  await context.withJournal({ action: "team.proposed", rows }, async () => {
    await storeFound(context, [...found.filter(({ id }) => ids.includes(id)), ...unnamed], ids[0]);
    await tx.evaluationTeam.updateMany({
      where: { campaignId: campaign.id, version: { in: replaced } },
      data: { state: "superseded" },
    });
    const data = { members: [...ids], state: "proposed", proposedBy: person.staffId, proposedAt: now };
    await tx.evaluationTeam.create({ data: { campaignId: campaign.id, version, ...data } });
  });
  for (const { staffId } of membersWhoMay(campaign.definition, context.people, "team.approve"))
    await context.cards.show(staffId, { kind: TEAM_CARD, subject: ONE });
  context.emit(teamChanged, {});
  return version;
}

/** Whoever was taken off the roster is in the next version only by name. */
function withoutLeavers(change: TeamChange, known: ReadonlyMap<string, TeamMember>): TeamChange {
  const { lead, members = [], added, removed } = change;
  const named = [lead, ...members, ...added];
  const left = [...known.values()].flatMap(({ id, leftAt }) => (leftAt && !named.includes(id) ? [id] : []));
  return { ...change, removed: [...removed, ...left] };
}

/** Ids of the team in force, the lead first; undefined before there is one, or without a lead. */
async function idsInForce(context: PersonContext): Promise<string[] | undefined> {
  const team = await teamInForce(context);
  return team?.members[0]?.role === "teamLead" ? idsOf(team) : undefined;
}

function requireWhole(
  ids: readonly string[] | undefined,
  approved: readonly string[] | undefined,
): asserts ids is [string, ...string[]] {
  const [lead, member] = ids ?? [];
  if (ids === undefined || lead === undefined) throw new RefusalError("evaluation-team.no-lead", refusals.noLead());
  if (lead.startsWith("outside-")) throw new RefusalError("evaluation-team.lead-outside", refusals.leadOutside());
  if (member === undefined) throw new RefusalError("evaluation-team.no-member", refusals.noMember());
  if (approved && isSameTeam(approved, ids)) throw new RefusalError("evaluation-team.same", refusals.same());
}

async function whoIsNamed(context: PersonContext, read: ReadTeam) {
  const [unread] = read.unread;
  if (unread !== undefined) throw new RefusalError("evaluation-team.unread", refusals.unread(read.unread));
  if (read.leads.length > 1)
    throw new RefusalError("evaluation-team.leads", refusals.oneLead(read.leads.map(({ name }) => name)));
  const known = await nameable(context);
  const found: Found[] = [];
  const idsFor = async (people: readonly NamedPerson[]) => {
    const ids: string[] = [];
    for (const named of people) ids.push(await idFor(context, known, { named, found }));
    return ids;
  };
  const [lead] = await idsFor(read.leads);
  const members = read.members.length === 0 && !read.whole ? undefined : await idsFor(read.members);
  const added = await idsFor(read.added);
  const removed = await idsFor(read.removed);
  return { found, change: { lead, members, added, removed } };
}

async function idFor(
  context: PersonContext,
  known: Nameable,
  { named, found }: { named: NamedPerson; found: Found[] },
): Promise<string> {
  const again = found.find(({ name, unit }) => name === named.name && unit !== undefined && unit === named.unit);
  if (again) return again.id;
  const numbered = known.outside.length + found.filter(({ unit }) => unit !== undefined).length;
  const one = await personNamed(context, known, { named, numbered });
  found.push(one);
  return one.id;
}
