import { cleanLine } from "../../../platform/conversation/plain.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { applicationById } from "../../application/store.ts";
import { roleName } from "../../definition/role-name.ts";
import { mayMember } from "../../directory/member.ts";
import type { PersonContext } from "../../engine/context.ts";
import { lockCampaign } from "../../engine/lock-campaign.ts";
import { peopleChanged } from "../../engine/people-changed.ts";
import { decidersOf } from "../deciders.ts";
import { recusalChanged } from "../events.ts";
import { recusalsOf, recusalTable, teamMembers } from "../store.ts";
import type { Recusal } from "../team.ts";
import { recusalPhrases as phrases, recusalRefusals as refusals, withText } from "./phrases.ts";
import { MOST_WORDS } from "./raise.ts";

export interface RecusalDecision {
  verdict: "accepted" | "declined";
  reason: string;
}

/** Cleans the reason. @throws {RefusalError} if there is none, or it is too long */
export function reasonIn(typed: string): string {
  const reason = cleanLine(typed).replace(/^(?:理由|原因)\s*[：:]?\s*/u, "");
  if (reason === "") throw new RefusalError("evaluation-team.no-reason", refusals.noReason());
  if ([...reason].length > MOST_WORDS)
    throw new RefusalError("evaluation-team.reason-too-long", refusals.reasonTooLong());
  return reason;
}

/** What waits for the person, oldest first. */
export async function openFor(context: PersonContext): Promise<Recusal[]> {
  const all = await recusalsOf(context.tx, context.campaign.id);
  return all.filter(
    ({ state, memberId }) =>
      state === "raised" && decidersOf(context, memberId).by.some((id) => id === context.person.staffId),
  );
}

/**
 * Decides on what was raised, and tells the member and the organizer who raised it.
 * @throws {RefusalError} if one of them waits no more, or is for somebody else to decide
 */
export async function decideRecusals(
  context: PersonContext,
  recusals: readonly Pick<Recusal, "caseId" | "memberId" | "number">[],
  { verdict: state, reason }: RecusalDecision,
): Promise<void> {
  const { tx, campaign, now, person } = context;
  await lockCampaign(tx, campaign.id);
  const all = await recusalsOf(tx, campaign.id);
  for (const { caseId, memberId, number } of recusals) {
    const waiting = all.find((one) => one.caseId === caseId && one.memberId === memberId && one.number === number);
    if (waiting?.state !== "raised") throw new RefusalError("evaluation-team.nothing-open", refusals.nothingOpen());
    const { by, role } = decidersOf(context, memberId);
    if (!by.includes(person.staffId))
      throw new RefusalError("evaluation-team.not-yours", refusals.notYours(roleName(campaign.definition, role)));
    const stored = await context.personal.store(reason);
    const rows = [recusalTable.row({ case_id: caseId, member_id: memberId, number })];
    await context.withJournal({ action: `recusal.${state}`, rows, caseId }, () =>
      tx.recusal.update({
        where: { caseId_memberId_number: { caseId, memberId, number } },
        data: { state, decidedBy: person.staffId, decidedAt: now, reason: { ...stored } },
      }),
    );
    context.emit(recusalChanged, { caseId, memberId });
    // What the member has before them of the case is not shown any more.
    if (state === "accepted") context.emit(peopleChanged, { staffIds: [memberId] });
    await tellOf(context, waiting, { verdict: state, reason });
  }
}

/** The member hears it with the reason, the organizer who raised it only what was decided, a district nothing. */
async function tellOf(context: PersonContext, recusal: Recusal, { verdict, reason }: RecusalDecision): Promise<void> {
  const { tx, campaign, people, person, outbox } = context;
  const { memberId, caseId, raisedBy } = recusal;
  const member = (await teamMembers(context)).get(memberId);
  const name = (await applicationById(tx, caseId))?.compoundName ?? "";
  const isAccepted = verdict === "accepted";
  const own = isAccepted ? phrases.toldAccepted(name, reason) : phrases.toldDeclined(name, reason);
  if (member?.staffId) await outbox.say(member.staffId, withText(phrases.toldTitle(), own));
  const raiser = people.find(({ staffId }) => staffId === raisedBy);
  if (!raiser || !mayMember(campaign.definition, raiser, "team.propose")) return;
  if (raisedBy === memberId || raisedBy === person.staffId) return;
  const said = phrases.toldRaiser(member?.name ?? memberId, name, isAccepted);
  await outbox.say(raiser.staffId, withText(phrases.toldTitle(), said));
}
