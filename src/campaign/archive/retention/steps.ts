import { textView } from "../../../platform/chat/view.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { membersWith } from "../../directory/member.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import { lockCampaign } from "../../engine/lock-campaign.ts";
import { lastArchive } from "../store.ts";
import { type Cleanup, cleanupChanged, cleanupTable, lastCleanup } from "./cleanup.ts";
import { isOfEnd } from "./due.ts";
import { countsOf, digestOf, type Found, findExpired } from "./find.ts";
import { retentionPhrases as phrases } from "./phrases.ts";

export const CLEANUP_CARD = "archive.cleanup";

/** Why nothing can be asked for now, in a sentence; undefined if it can. */
export async function hindrance(context: Context): Promise<string | undefined> {
  const why = await unready(context);
  if (why !== undefined) return why;
  const last = await lastCleanup(context.tx, context.campaign.id);
  return last?.state === "requested" ? phrases.waiting(last.number) : undefined;
}

/**
 * Why nothing can be erased now, in a sentence: the campaign goes on, there is no archive of it as it ended, or one is
 * put together.
 */
async function unready({ tx, campaign }: Context): Promise<string | undefined> {
  if (campaign.closedAt === undefined) return phrases.openCampaign();
  const last = await lastArchive(tx, campaign.id);
  if (last?.state === "confirmed") return phrases.making();
  const made = await tx.archive.findMany({
    where: { campaignId: campaign.id, state: "made" },
    orderBy: { number: "desc" },
  });
  if (made.length === 0) return phrases.archiveFirst();
  const [newest] = made;
  return isOfEnd(newest?.madeAt, campaign.closedAt) ? undefined : phrases.archiveAgain();
}

/** @returns names of the approvers who are asked @throws {RefusalError} if it cannot be asked for now, or nothing is there */
export async function requestCleanup(context: PersonContext): Promise<string[]> {
  const { tx, campaign, now, person } = context;
  await lockCampaign(tx, campaign.id);
  const last = await lastCleanup(tx, campaign.id);
  if (last?.state === "requested") {
    throw new RefusalError("archive.cleanup-waits", phrases.alreadyWaiting(last.number));
  }
  const why = await unready(context);
  if (why !== undefined) throw new RefusalError("archive.no-cleanup", phrases.notNow(why));
  const found = await findExpired(context);
  const erased = countsOf(found);
  if (Object.values(erased).every((count) => count === 0)) {
    throw new RefusalError("archive.nothing-expired", phrases.notNow(phrases.nothing()));
  }
  const approvers = membersWith(context.people, "approver");
  if (approvers.length === 0) throw new RefusalError("archive.no-approver", phrases.noApprover());
  const number = (last?.number ?? 0) + 1;
  const rows = [cleanupTable.row({ campaign_id: campaign.id, number })];
  await context.withJournal({ action: "archive.cleanup-requested", rows, whenClosed: true }, () =>
    tx.cleanup.create({
      data: {
        ...{ campaignId: campaign.id, number, state: "requested", erased: { ...erased, digest: digestOf(found) } },
        ...{ requestedBy: person.staffId, requestedAt: now },
      },
    }),
  );
  for (const { staffId } of approvers) {
    await context.cards.show(staffId, { kind: CLEANUP_CARD, subject: String(number) });
  }
  return approvers.map(({ name }) => name);
}

/**
 * Erases what was shown, once the approver has agreed; what has changed since is not erased unseen.
 * @returns the number of the cleanup
 * @throws {RefusalError} if nothing waits, the person asked for it, or there is something else now
 */
export async function decideCleanup(context: PersonContext, isAgreed: boolean): Promise<number> {
  const { tx, campaign, now, person } = context;
  await lockCampaign(tx, campaign.id);
  const last = await lastCleanup(tx, campaign.id);
  if (last?.state !== "requested") throw new RefusalError("archive.no-cleanup-waits", phrases.nothingToDecide());
  if (last.requestedBy === person.staffId) throw new RefusalError("archive.own-cleanup", phrases.ownRequest());
  const why = isAgreed ? await unready(context) : undefined;
  if (why !== undefined) throw new RefusalError("archive.cleanup-unready", phrases.notErased(why));
  const { number } = last;
  const found = isAgreed ? await findExpired(context) : undefined;
  if (found && !isAsShown(last, found)) {
    throw new RefusalError("archive.cleanup-changed", phrases.changed());
  }
  const action = isAgreed ? "archive.cleanup-confirmed" : "archive.cleanup-declined";
  const rows = [cleanupTable.row({ campaign_id: campaign.id, number })];
  await context.withJournal({ action, rows, reason: phrases.counts(last.erased), whenClosed: true }, async () => {
    if (found) await erase(context, found);
    await tx.cleanup.update({
      where: { campaignId_number: { campaignId: campaign.id, number } },
      data: { state: isAgreed ? "done" : "declined", decidedBy: person.staffId, decidedAt: now },
    });
  });
  await context.outbox.say(last.requestedBy, textView(phrases.cardTitle(number), phrases.tell(number, isAgreed)));
  context.emit(cleanupChanged, { number });
  return number;
}

/** Whether it is what was shown; of a request of an earlier version only the counts are known. */
const isAsShown = ({ erased, digest }: Cleanup, found: Found): boolean =>
  digest === undefined ? phrases.counts(countsOf(found)) === phrases.counts(erased) : digestOf(found) === digest;

/**
 * Ids and hashes of what is erased stay, so that the journal still agrees with the tables. Files go once that is sure; one
 * that is left nevertheless is found by the next preview.
 */
async function erase(context: Context, { phones, objectors, drafts, photos }: Found): Promise<void> {
  const { tx } = context;
  await tx.personalValue.updateMany({
    where: { id: { in: [...phones, ...objectors] } },
    data: { body: null, erasedAt: new Date() },
  });
  await tx.draft.deleteMany({ where: { id: { in: [...drafts] } } });
  context.eraseFiles(photos);
}
