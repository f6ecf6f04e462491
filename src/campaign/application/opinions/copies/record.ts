import type { CivilDate } from "../../../../shared/civil-date.ts";
import { dayOf } from "../../../../shared/civil-date.ts";
import { RefusalError } from "../../../../shared/refusal-error.ts";
import { nounsOf } from "../../../directory/nouns.ts";
import type { PersonContext } from "../../../engine/context.ts";
import type { Application } from "../../application.ts";
import { applicationForm } from "../../form.ts";
import { lockApplication } from "../../store.ts";
import { recordsFor } from "../visible.ts";
import { copiesOf, paperCopyTable } from "./copy.ts";
import { copiesChanged } from "./events.ts";
import { copyRefusals as refusals } from "./phrases.ts";

interface Whereabouts {
  /** Empty: all of them. */
  copies: readonly number[];
  at: string;
  since: CivilDate;
}

/**
 * Records where copies are, for the district whose case it is.
 * @returns numbers of the copies
 * @throws {RefusalError} for another's case, a copy that there is none of, or one that the city has received
 */
export async function recordCopies(
  context: PersonContext,
  application: Application,
  where: Whereabouts,
): Promise<number[]> {
  if (!recordsFor(context.campaign, context.person, application.district)) {
    throw new RefusalError("application.copies-not-yours", refusals.districtOnly(nounsOf(context.campaign.definition)));
  }
  await lockApplication(context.tx, application.id);
  const copies = copiesAsked(context, where.copies);
  const known = (await copiesOf(context.tx, [application.id])).get(application.id) ?? [];
  const received = known.filter((one) => one.received && copies.includes(one.copy)).map(({ copy }) => copy);
  if (received.length > 0)
    throw new RefusalError(
      "application.copies-received",
      refusals.received(received, nounsOf(context.campaign.definition)),
    );
  await store(context, application, { ...where, copies, received: false });
  return copies;
}

/** Ticks copies off as received by the city; what was received stays as it was. @param copies empty: all */
export async function receiveCopies(
  context: PersonContext,
  application: Application,
  copies: readonly number[] = [],
): Promise<void> {
  await lockApplication(context.tx, application.id);
  const asked = copiesAsked(context, copies);
  const known = (await copiesOf(context.tx, [application.id])).get(application.id) ?? [];
  const open = asked.filter((copy) => !known.some((one) => one.copy === copy && one.received));
  const at = applicationForm(context).opinions.find(({ givenBy }) => givenBy === "city")?.id ?? "";
  if (open.length > 0) {
    await store(context, application, { copies: open, at, since: dayOf(context.now), received: true });
  }
}

/** @throws {RefusalError} for a copy that there is none of */
function copiesAsked(context: PersonContext, copies: readonly number[]): number[] {
  const count = applicationForm(context).copies?.count ?? 0;
  const unknown = copies.find((copy) => copy < 1 || copy > count);
  if (unknown !== undefined) throw new RefusalError("application.no-such-copy", refusals.noCopy(unknown, count));
  return copies.length > 0 ? [...new Set(copies)] : Array.from({ length: count }, (_, at) => at + 1);
}

async function store(
  context: PersonContext,
  { id: caseId }: Application,
  { copies, at, since, received }: Whereabouts & { received: boolean },
): Promise<void> {
  const { tx, campaign, now, person } = context;
  const rows = copies.map((copy) => paperCopyTable.row({ case_id: caseId, copy }));
  const action = received ? "application.copies-received" : "application.copies-recorded";
  await context.withJournal({ action, rows, caseId }, async () => {
    for (const copy of copies) {
      const data = { at, since, received, recordedBy: person.staffId, recordedAt: now };
      const where = { caseId_copy: { caseId, copy } };
      await tx.paperCopy.upsert({ where, create: { caseId, copy, campaignId: campaign.id, ...data }, update: data });
    }
  });
  context.emit(copiesChanged, { id: caseId });
}
