import { RefusalError } from "../../shared/refusal-error.ts";
import { lockApplication } from "../application/store.ts";
import { rulingDeciding } from "../definition/purposes.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { HUNDREDTHS, pointRulesIn } from "../scoring/points.ts";
import { problemWith } from "../scoring/rules.ts";
import { agreePhrases as phrases } from "./city-phrases.ts";
import { cityFiguresChanged } from "./events.ts";
import { type VerifiedCase, verifiedCase } from "./ledger.ts";
import { isVerified, teamScoreRule } from "./rules.ts";
import { agreedPointsTable, newestAgreed } from "./store.ts";

export interface Agreeing {
  criterion: string;
  /** In points. */
  points: number;
  reason: string;
}

/**
 * 合议分: one figure over what the members gave apart. Theirs stay.
 * @throws {RefusalError} if the decision allows none, members have no final points yet, the row cannot have the points,
 *   or the reason is missing
 */
export async function recordAgreed(context: PersonContext, caseId: string, agreeing: Agreeing): Promise<VerifiedCase> {
  const { tx, campaign, now, person, rulings } = context;
  const { definition } = campaign;
  const { criterion, points, reason } = agreeing;
  const one = await lockedCase(context, caseId);
  if (!teamScoreRule(definition, rulings).agreedAllowed)
    throw new RefusalError(
      "verification.no-agreement",
      phrases.notAllowed(rulingDeciding(definition, "teamScore")?.id),
    );
  if (!isVerified(one))
    throw new RefusalError("verification.not-verified", phrases.notVerified(one.application.compoundName));
  const entries = { definition, scores: new Map(), rules: pointRulesIn(definition, rulings) };
  const problem = problemWith(entries, { criterion, points });
  if (problem !== undefined) throw new RefusalError("verification.unfit", problem);
  if (reason === "") throw new RefusalError("verification.no-reason", phrases.noReason());
  const number = 1 + (await tx.agreedPoints.count({ where: { caseId, criterion } }));
  const stored = { ...(await context.personal.store(reason)) };
  const rows = [agreedPointsTable.row({ case_id: caseId, criterion, number })];
  await context.withJournal({ action: "verification.agreed", rows, caseId }, () =>
    tx.agreedPoints.create({
      data: {
        ...{ caseId, criterion, number, campaignId: campaign.id, hundredths: Math.round(points * HUNDREDTHS) },
        ...{ reason: stored, recordedBy: person.staffId, recordedAt: now },
      },
    }),
  );
  context.emit(cityFiguresChanged, { caseId });
  return one;
}

/** Takes the agreed figure of a row back. @throws {RefusalError} if there is none */
export async function revokeAgreed(context: PersonContext, caseId: string, criterion: string): Promise<VerifiedCase> {
  const { tx, now, person } = context;
  const one = await lockedCase(context, caseId);
  const agreed = one.agreed.get(criterion);
  if (!agreed)
    throw new RefusalError("verification.none-agreed", phrases.noneToRevoke(one.application.compoundName, criterion));
  const key = { caseId, criterion, number: agreed.number };
  const rows = [agreedPointsTable.row({ case_id: caseId, criterion, number: agreed.number })];
  await context.withJournal({ action: "verification.agreed-revoked", rows, caseId }, () =>
    tx.agreedPoints.update({
      where: { caseId_criterion_number: key },
      data: { revokedAt: now, revokedBy: person.staffId },
    }),
  );
  context.emit(cityFiguresChanged, { caseId });
  return one;
}

/** What was agreed holds for the points that were there: once those change, it is taken back. */
export async function dropAgreed(context: Context, caseIds: readonly string[]): Promise<void> {
  const { tx, campaign, now } = context;
  const all = (await newestAgreed(tx, campaign.id)).filter(
    ({ caseId, revoked }) => !revoked && caseIds.includes(caseId),
  );
  for (const { caseId, criterion, number } of all) {
    const rows = [agreedPointsTable.row({ case_id: caseId, criterion, number })];
    await context.withJournal({ action: "verification.agreed-revoked", rows, caseId }, () =>
      tx.agreedPoints.update({
        where: { caseId_criterion_number: { caseId, criterion, number } },
        data: { revokedAt: now, revokedBy: context.actor },
      }),
    );
    context.emit(cityFiguresChanged, { caseId });
  }
}

async function lockedCase(context: PersonContext, caseId: string): Promise<VerifiedCase> {
  const application = await lockApplication(context.tx, caseId);
  const one = await verifiedCase(context, caseId);
  if (!application || !one)
    throw new RefusalError("verification.not-verified", phrases.notVerified(application?.compoundName ?? ""));
  return one;
}
