import { RefusalError } from "../../../shared/refusal-error.ts";
import type { Application } from "../../application/application.ts";
import { returnChanged } from "../../correction/events.ts";
import { caseReturnTable } from "../../correction/store.ts";
import { districtOfficers } from "../../directory/member.ts";
import type { PersonContext } from "../../engine/context.ts";
import { extendableReturn, requireDay } from "./ask.ts";
import { returnExtensionPhrases as phrases } from "./phrases.ts";
import type { ReturnExtension } from "./return-extension.ts";
import { returnExtensionsOf, returnExtensionTable } from "./store.ts";
import { OWN_CARD } from "./views.ts";

/**
 * 准予补正延期: the return's last day is the asked one, as if it had been so from the beginning. Asked for in time, it may
 * be granted after the old day.
 * @throws {RefusalError} if none waits, the case is corrected by now, or the asked day is over
 */
export async function grantMoreTime(context: PersonContext, application: Application): Promise<ReturnExtension> {
  const { tx } = context;
  const { id: caseId, compoundName: name } = application;
  const found = await extendableReturn(context, caseId, name);
  const waiting = await waitingFor(context, application, found.number);
  requireDay(context, found, waiting.until);
  const { number } = found;
  await decide(context, application, waiting, {
    state: "granted",
    rows: [caseReturnTable.row({ case_id: caseId, number })],
    work: () => tx.caseReturn.update({ where: { caseId_number: { caseId, number } }, data: { dueOn: waiting.until } }),
  });
  return waiting;
}

/** 不予补正延期: the day stays. @throws {RefusalError} without an opinion, if none waits, or the case is corrected by now */
export async function declineMoreTime(
  context: PersonContext,
  application: Application,
  opinion: string,
): Promise<void> {
  const found = await extendableReturn(context, application.id, application.compoundName);
  const waiting = await waitingFor(context, application, found.number);
  if (opinion === "") throw new RefusalError("correction.time-no-opinion", phrases.noOpinion(application.compoundName));
  await decide(context, application, waiting, { state: "declined", opinion });
}

async function waitingFor(
  { tx }: PersonContext,
  { id, compoundName }: Application,
  returnNumber: number,
): Promise<ReturnExtension> {
  const waiting = (await returnExtensionsOf(tx, id)).findLast(
    (one) => one.state === "asked" && one.returnNumber === returnNumber,
  );
  if (waiting) return waiting;
  throw new RefusalError("correction.time-none-waits", phrases.noneWaits(compoundName));
}

interface Decision {
  state: "granted" | "declined";
  rows?: readonly ReturnType<typeof caseReturnTable.row>[];
  opinion?: string;
  work?(): Promise<unknown>;
}

async function decide(
  context: PersonContext,
  { district }: Application,
  { caseId, number }: ReturnExtension,
  { state, rows = [], opinion = "", work }: Decision,
): Promise<void> {
  const { tx, now, person, personal, people, cards } = context;
  const said = opinion === "" ? {} : { opinion: { ...(await personal.store(opinion)) } };
  const own = returnExtensionTable.row({ case_id: caseId, number });
  await context.withJournal({ action: `correction.time-${state}`, rows: [own, ...rows], caseId }, async () => {
    await tx.returnExtension.update({
      where: { caseId_number: { caseId, number } },
      data: { state, decidedBy: person.staffId, decidedAt: now, ...said },
    });
    await work?.();
  });
  context.emit(returnChanged, { caseId, district });
  for (const { member } of districtOfficers(people, district))
    await cards.show(member.staffId, { kind: OWN_CARD, subject: caseId });
}
