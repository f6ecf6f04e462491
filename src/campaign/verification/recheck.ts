import { RefusalError } from "../../shared/refusal-error.ts";
import { lockApplication } from "../application/store.ts";
import { tell } from "../application/tell.ts";
import { membersWith } from "../directory/member.ts";
import type { PersonContext } from "../engine/context.ts";
import { recheckPhrases as phrases } from "./city-phrases.ts";
import { discrepanciesIn } from "./discrepancies.ts";
import { cityFiguresChanged } from "./events.ts";
import { verifiedCase } from "./ledger.ts";
import { rechecksOf, recheckTable } from "./store.ts";

/**
 * 复核: asks the lead to have another look. Without rows those are meant that are far apart, or else the whole case.
 * @throws {RefusalError} if nobody has final points of the case, or one is asked for already
 */
export async function askRecheck(
  context: PersonContext,
  caseId: string,
  { criteria, reason }: { criteria: readonly string[]; reason: string },
): Promise<{ name: string; criteria: readonly string[] }> {
  const { tx, campaign, now, person } = context;
  const application = await lockApplication(tx, caseId);
  const one = await verifiedCase(context, caseId);
  const name = application?.compoundName ?? "";
  if (!one || one.finalized.length === 0)
    throw new RefusalError("verification.not-verified", phrases.notVerified(name));
  const all = await rechecksOf(tx, campaign.id, caseId);
  if (all.some(({ settled }) => settled === undefined))
    throw new RefusalError("verification.recheck-open", phrases.already(name));
  const far = discrepanciesIn(campaign.definition.rubric, [one], undefined).map(({ criterion }) => criterion);
  const meant = criteria.length > 0 ? [...criteria] : far;
  const number = all.length + 1;
  const stored = reason === "" ? {} : { reason: { ...(await context.personal.store(reason)) } };
  const rows = [recheckTable.row({ case_id: caseId, number })];
  await context.withJournal({ action: "verification.recheck-asked", rows, caseId }, () =>
    tx.recheck.create({
      data: {
        ...{ caseId, number, campaignId: campaign.id, criteria: meant, askedBy: person.staffId, askedAt: now },
        ...stored,
      },
    }),
  );
  context.emit(cityFiguresChanged, { caseId });
  const leads = membersWith(context.people, "teamLead").map(({ staffId }) => staffId);
  const told = phrases.told(name, person.name, meant, reason === "" ? undefined : reason);
  await tell(context, leads, told);
  return { name, criteria: meant };
}

/** 复核结果. @throws {RefusalError} if none waits, or nothing is said of what came of it */
export async function settleRecheck(context: PersonContext, caseId: string, outcome: string): Promise<string> {
  const { tx, campaign, now, person } = context;
  const application = await lockApplication(tx, caseId);
  const name = application?.compoundName ?? "";
  const open = (await rechecksOf(tx, campaign.id, caseId)).find(({ settled }) => settled === undefined);
  if (!open) throw new RefusalError("verification.no-recheck", phrases.noneOpen(name));
  if (outcome === "") throw new RefusalError("verification.no-outcome", phrases.noOutcome(name));
  const stored = { ...(await context.personal.store(outcome)) };
  const rows = [recheckTable.row({ case_id: caseId, number: open.number })];
  await context.withJournal({ action: "verification.recheck-settled", rows, caseId }, () =>
    tx.recheck.update({
      where: { caseId_number: { caseId, number: open.number } },
      data: { settledAt: now, settledBy: person.staffId, outcome: stored },
    }),
  );
  context.emit(cityFiguresChanged, { caseId });
  return name;
}
