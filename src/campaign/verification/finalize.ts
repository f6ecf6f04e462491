import { shareOf } from "../../platform/conversation/shared-work.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { PersonContext } from "../engine/context.ts";
import { finalizeSheet } from "../scoring/finalize.ts";
import { HUNDREDTHS, pointRulesIn, pointsByRow, totalOf, unanswered, unfitRows } from "../scoring/points.ts";
import type { ScoreSheet } from "../scoring/score-sheet.ts";
import { moveTo } from "../scoring/scoring-draft.ts";
import { type MemberSheet, openMemberSheet, type SheetName } from "./member-sheet.ts";
import { verificationPhrases as phrases } from "./phrases.ts";

/**
 * 提交定稿, first step: shows all that will be final.
 * @throws {RefusalError} if rows have no points, or points that the rulings do not allow
 */
export async function prepareFinalizing(context: PersonContext, name: SheetName): Promise<MemberSheet> {
  const member = await openMemberSheet(context, name);
  requireComplete(context, member.sheet);
  return { ...member, ...(await moveTo(context, member, undefined, { step: "confirming" })) };
}

/**
 * 确认定稿. Makes a member's points final: from now on they count, and others see them. What was not looked at as it is
 * now is shown first.
 * @throws {RefusalError} like {@link prepareFinalizing}
 */
export async function finalizeMember(
  context: PersonContext,
  name: SheetName,
): Promise<{ kind: "finalized"; member: MemberSheet; total: number } | { kind: "notShown"; member: MemberSheet }> {
  const member = await openMemberSheet(context, name);
  const { application, sheet, work, viewer } = member;
  requireComplete(context, sheet);
  // Whatever is done on the sheet after the look ends it.
  if (shareOf(work, viewer).step !== "confirming")
    return { kind: "notShown", member: await prepareFinalizing(context, name) };
  await finalizeSheet(context, sheet, { district: application.district });
  const total = totalOf(context.campaign.definition.rubric, sheet) / HUNDREDTHS;
  return { kind: "finalized", member, total };
}

function requireComplete({ campaign: { definition }, rulings }: PersonContext, sheet: ScoreSheet): void {
  const open = unanswered(definition.rubric, pointsByRow(sheet));
  if (open.length > 0) throw new RefusalError("verification.incomplete", phrases.incomplete(open));
  const unfit = unfitRows(definition.rubric, sheet, pointRulesIn(definition, rulings));
  if (unfit.length > 0) throw new RefusalError("verification.unfit", phrases.unfit(unfit));
}
