import { RefusalError } from "../../../shared/refusal-error.ts";
import { applicationById } from "../../application/store.ts";
import { roleName } from "../../definition/role-name.ts";
import { allAssignments } from "../../directory/assignments.ts";
import { mayMember } from "../../directory/member.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import { lockCampaign } from "../../engine/lock-campaign.ts";
import { decidersOf } from "../deciders.ts";
import { recusalChanged } from "../events.ts";
import { recusalsOf, recusalTable, teamInForce } from "../store.ts";
import type { Recusal, TeamMember } from "../team.ts";
import { recusalPhrases as phrases, recusalRefusals as refusals, withText } from "./phrases.ts";
import { mayReverse, standingRecusal } from "./rules.ts";

/**
 * 撤销回避: what was accepted holds no more, and stays on record. What it took from the member comes back with it: the
 * later parts follow.
 * @throws {RefusalError} if nothing accepted stands, or it is for somebody else to take back
 */
export async function reverseRecusal(
  context: PersonContext,
  { caseId, member }: { caseId: string; member: TeamMember },
  reason: string,
): Promise<void> {
  const { tx, campaign, now, person } = context;
  await lockCampaign(tx, campaign.id);
  const key = { caseId, memberId: member.id };
  const standing = standingRecusal(await recusalsOf(tx, campaign.id), key);
  const name = (await applicationById(tx, caseId))?.compoundName ?? "";
  if (standing?.state !== "accepted")
    throw new RefusalError("evaluation-team.not-recused", refusals.notRecused(member.name, name));
  const { by, role } = decidersOf(context, member.id);
  if (!mayReverse(standing, by, person.staffId))
    throw new RefusalError("evaluation-team.not-yours", refusals.notYours(roleName(campaign.definition, role)));
  const stored = await context.personal.store(reason);
  const { number } = standing;
  const rows = [recusalTable.row({ case_id: caseId, member_id: member.id, number })];
  await context.withJournal({ action: "recusal.reversed", rows, caseId }, () =>
    tx.recusal.update({
      where: { caseId_memberId_number: { ...key, number } },
      data: { state: "reversed", reversedBy: person.staffId, reversedAt: now, reversedWhy: { ...stored } },
    }),
  );
  context.emit(recusalChanged, key);
  await tellOf(context, { recusal: standing, member, name }, reason);
}

/** The member hears it with the reason and what comes back, the organizer who raised it only that it was taken back. */
async function tellOf(
  context: PersonContext,
  { recusal, member, name }: { recusal: Recusal; member: TeamMember; name: string },
  reason: string,
): Promise<void> {
  const { campaign, people, person, outbox } = context;
  const own = phrases.toldReversed(name, reason, await comesBack(context, recusal));
  if (member.staffId && member.staffId !== person.staffId)
    await outbox.say(member.staffId, withText(phrases.toldTitle(), own));
  const raiser = people.find(({ staffId }) => staffId === recusal.raisedBy);
  if (!raiser || !mayMember(campaign.definition, raiser, "team.propose")) return;
  if (raiser.staffId === recusal.memberId || raiser.staffId === person.staffId) return;
  await outbox.say(raiser.staffId, withText(phrases.toldTitle(), phrases.raiserReversed(member.name, name)));
}

/** Whether the recusal ended an assignment that comes back: the member is still in the team. */
export async function comesBack(
  context: Pick<Context, "tx" | "campaign" | "personal">,
  { caseId, memberId }: Pick<Recusal, "caseId" | "memberId">,
): Promise<boolean> {
  const { tx, campaign } = context;
  const own = (await allAssignments(tx, campaign.id)).filter(
    (one) => one.caseId === caseId && one.memberId === memberId,
  );
  const team = await teamInForce(context);
  return own.at(-1)?.ended?.reason === "recused" && (team?.members.some(({ id }) => id === memberId) ?? false);
}
