import { RefusalError } from "../../../shared/refusal-error.ts";
import type { Application } from "../../application/application.ts";
import { assignmentsInForce } from "../../directory/assignments.ts";
import type { PersonContext } from "../../engine/context.ts";
import { recusalChanged } from "../events.ts";
import { noRecusalsOf, noRecusalTable, recusalsOf } from "../store.ts";
import type { TeamMember } from "../team.ts";
import { recusalRefusals as refusals } from "./phrases.ts";
import { standingRecusal } from "./rules.ts";

/**
 * 无应回避情形: kept once for each assigned site, said by the member, or by the lead for one outside the organisation.
 * @throws {RefusalError} if the site is not assigned to the member, it was said before, or a recusal stands
 */
export async function sayNoRecusal(
  context: PersonContext,
  { member, application }: { member: TeamMember; application: Application },
): Promise<void> {
  const { tx, campaign, now, person } = context;
  const { id: caseId, compoundName: name } = application;
  const key = { caseId, memberId: member.id };
  const standing = standingRecusal(await recusalsOf(tx, campaign.id), key);
  if (standing?.state === "raised")
    throw new RefusalError("evaluation-team.recusal-waits", refusals.openRecusal(member.name, name));
  if (standing) throw new RefusalError("evaluation-team.recused", refusals.isOut(member.name, name));
  const assigned = await assignmentsInForce(tx, campaign.id);
  if (!assigned.some((one) => one.caseId === caseId && one.memberId === member.id))
    throw new RefusalError("evaluation-team.not-assigned", refusals.notAssigned(member.name, name));
  if ((await noRecusalsOf(tx, campaign.id)).some((one) => one.caseId === caseId && one.memberId === member.id))
    throw new RefusalError("evaluation-team.said-already", refusals.saidAlready(member.name, name));
  const rows = [noRecusalTable.row({ case_id: caseId, member_id: member.id })];
  await context.withJournal({ action: "recusal.none", rows, caseId }, () =>
    tx.noRecusal.create({ data: { ...key, campaignId: campaign.id, saidAt: now, saidBy: person.staffId } }),
  );
  context.emit(recusalChanged, key);
}
