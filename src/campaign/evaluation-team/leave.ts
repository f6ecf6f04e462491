import { textView } from "../../platform/chat/view.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { assignmentsInForce } from "../directory/assignments.ts";
import { membersWhoMay, peopleOn } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import { readMemberships } from "../directory/store.ts";
import type { Context } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import { teamChanged } from "./events.ts";
import { teamPhrases as phrases } from "./phrases.ts";
import { leaversOf } from "./rules.ts";
import { teamInForce, teamMemberTable } from "./store.ts";

/**
 * Whoever was taken off the roster leaves the approved team at once. What they verified ends with it, and is told by the
 * part that arranges the visits; the organizer is told of those without a site, and of a team without a lead.
 */
export async function leaveTeam(context: Context): Promise<void> {
  const { tx, campaign, now } = context;
  const team = campaign.closedAt === undefined ? await teamInForce(context) : undefined;
  if (!team) return;
  // The context has the people from before the change.
  const people = peopleOn(await readMemberships(tx, campaign.id), dayOf(now));
  const leavers = leaversOf(team.members, people);
  if (leavers.length === 0) return;
  await lockCampaign(tx, campaign.id);
  const assigned = await assignmentsInForce(tx, campaign.id);
  for (const { id, name, role } of leavers) {
    const rows = [teamMemberTable.row({ campaign_id: campaign.id, id })];
    await context.withJournal({ action: "team.member-left", rows }, () =>
      tx.teamMember.update({ where: { campaignId_id: { campaignId: campaign.id, id } }, data: { leftAt: now } }),
    );
    const isLead = role === "teamLead";
    if (!isLead && assigned.some(({ memberId }) => memberId === id)) continue;
    const said = isLead ? phrases.leadLeft(name, nounsOf(campaign.definition)) : phrases.memberLeft(name);
    for (const { staffId } of membersWhoMay(campaign.definition, people, "team.propose"))
      await context.outbox.say(staffId, textView(phrases.word(), said, { tone: "near" }));
  }
  context.emit(teamChanged, {});
}
