import { allAssignments } from "../directory/assignments.ts";
import { membersWith } from "../directory/member.ts";
import type { Context } from "../engine/context.ts";

/**
 * staffIds of who has points of some site still to make final; the lead with them while a member outside the organisation
 * has. How much they write shows how far they are, so it is counted for others once they have finished.
 */
export async function unfinishedScorers({ tx, campaign, people }: Context): Promise<readonly string[]> {
  const finals = await tx.scoreSheet.findMany({
    where: { campaignId: campaign.id, ledger: "city", state: "finalized" },
    select: { caseId: true, scorer: true },
  });
  const final = new Set(finals.map(({ caseId, scorer }) => `${caseId} ${scorer}`));
  const open = (await allAssignments(tx, campaign.id)).filter(
    ({ caseId, memberId, ended }) => !ended && !final.has(`${caseId} ${memberId}`),
  );
  const ids = new Set(open.map(({ memberId }) => memberId));
  const known = people.filter(({ staffId }) => ids.has(staffId)).map(({ staffId }) => staffId);
  const isOutside = known.length < ids.size;
  const leads = isOutside ? membersWith(people, "teamLead").map(({ staffId }) => staffId) : [];
  return [...new Set<string>([...known, ...leads])].toSorted();
}
