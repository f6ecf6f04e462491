import { assignmentsInForce } from "../directory/assignments.ts";
import type { Context } from "../engine/context.ts";
import { finalMemberSheets } from "../scoring/store.ts";

/** Whether every assigned member's points of the case are final; false where nobody is assigned. */
export async function areAllFinal(
  { tx, campaign }: Pick<Context, "tx" | "campaign">,
  caseId: string,
): Promise<boolean> {
  const assigned = (await assignmentsInForce(tx, campaign.id)).filter((one) => one.caseId === caseId);
  const finals = (await finalMemberSheets(tx, campaign.id)).filter((sheet) => sheet.caseId === caseId);
  return assigned.length > 0 && assigned.every(({ memberId }) => finals.some(({ scorer }) => scorer === memberId));
}
