import type { RowName } from "../../platform/journal/journal-table.ts";
import type { StaffId } from "../../shared/brand.ts";
import type { Context } from "../engine/context.ts";
import { dueMomentTable } from "../engine/schedule/schedule.ts";
import { ASK_KIND } from "./ask.ts";
import { ASKED_AFTER_MS } from "./rules.ts";
import { receiptTable } from "./store.ts";

/** A message to several people. */
export interface Sent {
  /** `<kind>/<what>` */
  message: string;
  kind: string;
  /** `outboxKey`: under which it was stored to be sent. */
  to: readonly { person: StaffId; cardId?: string; outboxKey?: string }[];
}

/**
 * Notes in one journal entry to whom a message goes, and when to ask who has read it. Who has a receipt for it already
 * is left as they are.
 */
export async function noteSent({ tx, campaign, now, withJournal }: Context, sent: Sent): Promise<void> {
  const { message, kind, to } = sent;
  if (to.length === 0) return;
  const campaignId = campaign.id;
  const moments = momentsOf({ campaignId, now, message }, "");
  const rows = rowsOf(campaignId, sent, moments);
  await withJournal({ action: "receipt.sent", rows }, async () => {
    await tx.receipt.createMany({
      data: to.map(({ person, cardId, outboxKey }) => ({
        ...{ campaignId, message, person, kind, sentAt: now },
        ...{ cardId: cardId ?? null, outboxKey: outboxKey ?? null },
      })),
      skipDuplicates: true,
    });
    await tx.dueMoment.createMany({ data: moments, skipDuplicates: true });
  });
}

/** The same message once more to people who have a receipt for it: whether they read it is asked of the new one. */
export async function noteSentAgain({ tx, campaign, now, withJournal }: Context, sent: Sent): Promise<void> {
  const { message, to } = sent;
  const campaignId = campaign.id;
  const moments = momentsOf({ campaignId, now, message }, `${now.getTime()}-`);
  await withJournal({ action: "receipt.sent-again", rows: rowsOf(campaignId, sent, moments) }, async () => {
    for (const { person, cardId, outboxKey } of to) {
      await tx.receipt.update({
        where: { campaignId_message_person: { campaignId, message, person } },
        data: { sentAt: now, askedAt: null, cardId: cardId ?? null, outboxKey: outboxKey ?? null },
      });
    }
    await tx.dueMoment.createMany({ data: moments, skipDuplicates: true });
  });
}

interface Moment {
  campaignId: string;
  kind: string;
  key: string;
  dueAt: Date;
}

const momentsOf = (
  { campaignId, now, message }: { campaignId: string; now: Date; message: string },
  part: string,
): Moment[] =>
  ASKED_AFTER_MS.map((after, at) => ({
    ...{ campaignId, kind: ASK_KIND, key: `${message}@${part}${at + 1}` },
    dueAt: new Date(now.getTime() + after),
  }));

const rowsOf = (campaignId: string, { message, to }: Sent, moments: readonly Moment[]): RowName[] => [
  ...to.map(({ person }) => receiptTable.row({ campaign_id: campaignId, message, person })),
  ...moments.map(({ key }) => dueMomentTable.row({ campaign_id: campaignId, kind: ASK_KIND, key })),
];
