import { readReasonText } from "../../platform/conversation/reason-line.ts";
import { withShare } from "../../platform/conversation/shared-work.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { besideIn, requirePlainReason } from "../application/reason-gate.ts";
import { lockApplication } from "../application/store.ts";
import { tell } from "../application/tell.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import { teamMembers } from "../evaluation-team/store.ts";
import { isFinalized } from "../scoring/points.ts";
import { reopenSheet } from "../scoring/reopen.ts";
import { standingOf } from "../scoring/scoring-draft.ts";
import { sheetOf } from "../scoring/store.ts";
import { returnPhrases as phrases, returnPhrases } from "./city-phrases.ts";
import { citySheet, placeOf, type SheetName } from "./member-sheet.ts";
import { verificationRefusals } from "./phrases.ts";

/**
 * 退回修改: opens a member's final points again. They stay as they are until the member changes them, and do not count
 * until they are final again.
 * @throws {RefusalError} if there are none, or the reason is missing
 */
export async function returnSheet(
  context: PersonContext,
  name: SheetName,
  { text: said, asIs }: { text: string; asIs?: ((text: string, site: string, member: string) => string) | undefined },
): Promise<{ name: string; member: string; reason: string }> {
  const { application, member, sheet } = await returnable(context, name);
  const { compoundName } = application;
  const reason = readReasonText(said);
  if (reason === "tooLong") throw new RefusalError("verification.no-reason", phrases.tooLong());
  if (reason?.kind !== "text")
    throw new RefusalError("verification.no-reason", phrases.noReason(compoundName, member.name));
  if (asIs) {
    const around = { what: phrases.reasonField(), own: compoundName };
    requirePlainReason(context, reason.text, { ...around, asIs: (text) => asIs(text, compoundName, member.name) });
  }
  const beside = besideIn(reason.text);
  if (beside) throw new RefusalError("verification.no-reason", phrases.notOfReason(beside.said));
  await reopenSheet(context, sheet, { district: application.district, reason: reason.text });
  const [place] = await context.drafts.unfinished(placeOf(name));
  if (place) {
    const { work } = standingOf(place, context.person.staffId);
    const begun = Object.keys(work.people).reduce(
      (all, one) => withShare(all, one, { step: undefined, refused: [], conflicts: [] }),
      work,
    );
    await context.drafts.save(place, { body: { ...begun }, state: "open" });
  }
  if (member.staffId !== undefined && member.staffId !== context.person.staffId)
    await tell(context, [member.staffId], phrases.toMember(compoundName, context.person.name, reason.text));
  return { name: compoundName, member: member.name, reason: reason.text };
}

/** @throws {RefusalError} if the member has no final points of the case */
export async function returnable(context: PersonContext, name: SheetName) {
  const application = await lockApplication(context.tx, name.caseId);
  const member = (await teamMembers(context)).get(name.memberId);
  const sheet = await sheetOf(context.tx, citySheet(name));
  if (!application || !member || !isFinalized(sheet))
    throw new RefusalError(
      "verification.none-final",
      returnPhrases.noMember(member?.name ?? "", [], nounsOf(context.campaign.definition)),
    );
  if (application.state === "withdrawn")
    throw new RefusalError("verification.withdrawn", verificationRefusals.withdrawn(application.compoundName));
  return { application, member, sheet };
}
