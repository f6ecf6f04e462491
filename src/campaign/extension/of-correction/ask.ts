import type { CivilDate } from "../../../shared/civil-date.ts";
import { dayOf } from "../../../shared/civil-date.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import type { Application } from "../../application/application.ts";
import type { CaseReturn } from "../../correction/case-return.ts";
import { returnChanged } from "../../correction/events.ts";
import { isLate } from "../../correction/rules.ts";
import { openReturn } from "../../correction/store.ts";
import { deliverableFor } from "../../definition/purposes.ts";
import { dayWordsIn } from "../../definition/wording.ts";
import { membersWhoMay } from "../../directory/member.ts";
import { isAcceptanceOver } from "../../engine/acceptance.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import { responsibleIn } from "../../engine/on-behalf.ts";
import { latestDay, problemWith } from "../rules.ts";
import { returnExtensionPhrases as phrases } from "./phrases.ts";
import { returnExtensionsOf, returnExtensionTable } from "./store.ts";
import { CITY_CARD } from "./views.ts";

/**
 * 补正延期, by the district: it waits for the organizer and takes the place of an earlier request that waits.
 * @throws {RefusalError} if the case is not returned, its day is over, the new day is none, or there is no reason
 */
export async function askMoreTime(
  context: PersonContext,
  { id: caseId, district, compoundName: name }: Application,
  { until, reason }: { until: CivilDate; reason: string },
): Promise<void> {
  const { tx, campaign, now, person, personal } = context;
  const found = await extendableReturn(context, caseId, name);
  if (isLate(found, now)) throw new RefusalError("correction.time-over", phrases.over(name, day(context, found.dueOn)));
  requireDay(context, found, until);
  if (reason === "") throw new RefusalError("correction.time-no-reason", phrases.noReason(name, day(context, until)));
  const known = await returnExtensionsOf(tx, caseId);
  const waiting = known.filter(({ state }) => state === "asked").map(({ number }) => number);
  const number = (known.at(-1)?.number ?? 0) + 1;
  const rows = [...waiting, number].map((one) => returnExtensionTable.row({ case_id: caseId, number: one }));
  const stored = { ...(await personal.store(reason)) };
  await context.withJournal({ action: "correction.time-asked", rows, caseId }, async () => {
    await tx.returnExtension.updateMany({
      where: { caseId, number: { in: waiting } },
      data: { state: "replaced" },
    });
    await tx.returnExtension.create({
      data: {
        ...{ caseId, number, campaignId: campaign.id, returnNumber: found.number, dueOn: found.dueOn, until },
        ...{ reason: stored, state: "asked", askedBy: person.staffId, askedAt: now },
        responsible: responsibleIn(context),
      },
    });
  });
  context.emit(returnChanged, { caseId, district });
  for (const { staffId } of membersWhoMay(campaign.definition, context.people, "extension.grant"))
    await context.cards.show(staffId, { kind: CITY_CARD, subject: caseId });
}

/** The open return whose day may be put off. @throws {RefusalError} if there is none, or 公布 has ended it */
export async function extendableReturn(context: Context, caseId: string, name: string): Promise<CaseReturn> {
  const found = await openReturn(context.tx, caseId);
  if (!found || (await isAcceptanceOver(context)))
    throw new RefusalError("correction.time-not-open", phrases.notOpen(name));
  return found;
}

/** @throws {RefusalError} if the return cannot be put off to the day (any more) */
export function requireDay(context: Context, { dueOn }: CaseReturn, until: CivilDate): void {
  const { campaign, rulings, now } = context;
  // 公布 ends every correction, so the latest day is that of what leads to it.
  const list = deliverableFor(campaign.definition, "list");
  const latest = list ? latestDay(campaign, list, rulings) : until;
  const problem = problemWith(campaign, until, { statedOn: dueOn, latest, now });
  if (problem === undefined) return;
  const words = { until: day(context, until), dueOn: day(context, dueOn), latest: day(context, latest) };
  throw new RefusalError(
    `correction.time-${problem}`,
    phrases.problem(problem, { ...words, today: day(context, dayOf(now)) }),
  );
}

const day = ({ campaign }: Context, on: CivilDate): string => dayWordsIn(campaign.definition, on);
