import type { Transaction } from "../../platform/storage/database.ts";
import type { People } from "../directory/member.ts";
import { isOfDistrict } from "../directory/on-behalf.ts";

/** Whether somebody enters it who has a role, but none in the district. */
export const isForOthers = (people: People, typedBy: string, district: string): boolean =>
  people.some((member) => member.staffId === typedBy && !isOfDistrict(member, district));

/** Cases whose last submission was entered for the district by somebody else, with both. */
export async function enteredForOthers(
  tx: Transaction,
  campaignId: string,
): Promise<ReadonlyMap<string, { typedBy: string; responsible: string }>> {
  const revisions = await tx.applicationRevision.findMany({
    where: { campaignId },
    orderBy: { revision: "asc" },
    select: { caseId: true, typedBy: true, responsible: true },
  });
  // The last revision of a case wins.
  const last = new Map(revisions.map(({ caseId, ...by }) => [caseId, by]));
  return new Map([...last].filter(([, { typedBy, responsible }]) => typedBy !== responsible));
}
