import { textView } from "../../platform/chat/view.ts";
import { takesPart } from "../application/application.ts";
import { isReported } from "../application/opinions/visible.ts";
import { applicationById } from "../application/store.ts";
import { allAssignments } from "../directory/assignments.ts";
import type { Context } from "../engine/context.ts";
import { comesBack } from "../evaluation-team/recusal/reverse.ts";
import { recusalsOf, teamInForce } from "../evaluation-team/store.ts";
import { assignmentsFollow, beginAssignments, sightFollows } from "./assign.ts";
import { visitPhrases as phrases } from "./phrases.ts";
import { membersPerSite } from "./proposal.ts";
import { sitesToVisit } from "./sites.ts";

/**
 * 撤销回避 brings back the assignment that the recusal ended, and with it the points that were set aside; who came in the
 * member's place stays until it is arranged otherwise.
 * @returns what those who arrange are told; undefined where nothing comes back
 */
export async function followReversal(
  context: Context,
  { caseId, memberId }: { caseId: string; memberId: string },
): Promise<ReturnType<typeof textView> | undefined> {
  const { tx, campaign } = context;
  const last = (await recusalsOf(tx, campaign.id)).findLast(
    (one) => one.caseId === caseId && one.memberId === memberId,
  );
  if (last?.state !== "reversed" || !(await comesBack(context, { caseId, memberId }))) return undefined;
  const application = await applicationById(tx, caseId);
  const member = (await teamInForce(context))?.members.find(({ id }) => id === memberId);
  if (!application || !member || !takesPart(application) || !(await isReported(context, caseId))) return undefined;
  await beginAssignments(context, caseId, { added: [member], all: await allAssignments(tx, campaign.id) });
  await assignmentsFollow(context, [caseId]);
  sightFollows(context, [memberId]);
  const site = (await sitesToVisit(context)).find((one) => one.application.id === caseId);
  const names = (site?.members ?? []).map(({ name }) => name);
  const name = application.compoundName;
  const text = phrases.reversed({ name, member: member.name, members: names }, membersPerSite(context));
  return textView(phrases.reversedTitle(name), text, { tone: "near" });
}
