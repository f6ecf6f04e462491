import { chatOfKey } from "../../platform/chat/chat-key.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import type { Context } from "../engine/context.ts";
import type { DueKind } from "../engine/feature.ts";
import { receiptsChanged } from "./events.ts";
import { isKnownAt, MOST_ASKED } from "./rules.ts";
import { receiptTable } from "./store.ts";

export const ASK_KIND = "receipt.ask";

/** Asks once after two hours and once before 24 who has read a message, of those who are not known to have. */
export const askReceipts: DueKind = {
  kind: ASK_KIND,
  onDemand: true,
  refreshesOnly: true,
  moments: () => [],
  fire: (context, { key }) => askAbout(context, key.slice(0, key.lastIndexOf("@"))),
};

async function askAbout(context: Context, message: string): Promise<string> {
  const { tx, campaign, now } = context;
  const open = await tx.receipt.findMany({ where: { campaignId: campaign.id, message, readAt: null } });
  if (open.length === 0) return "allRead";
  if (open.length > MOST_ASKED) return "tooMany";
  if (open.every((one) => !isKnownAt(one, now))) return "tooLate";
  const sent = await sentItems(tx, open);
  const readers = new Map<string, readonly string[] | undefined>();
  for (const { chat, receipt } of sent.values()) {
    if (!readers.has(receipt)) readers.set(receipt, await context.askReaders({ chat: chatOfKey(chat), receipt }));
  }
  const answered = open.flatMap((one) => {
    const item = sent.get(one.cardId ?? one.outboxKey ?? "");
    const found = item && readers.get(item.receipt);
    return found ? [{ person: one.person, isRead: found.includes(one.person) }] : [];
  });
  if (answered.length === 0) return "unknown";
  const rows = answered.map(({ person }) => receiptTable.row({ campaign_id: campaign.id, message, person }));
  await context.withJournal({ action: "receipt.asked", rows }, async () => {
    for (const isRead of [true, false]) {
      const people = answered.filter((one) => one.isRead === isRead).map(({ person }) => person);
      await tx.receipt.updateMany({
        where: { campaignId: campaign.id, message, person: { in: people } },
        data: { askedAt: now, ...(isRead ? { readAt: now, source: "asked" } : {}) },
      });
    }
  });
  context.emit(receiptsChanged, { message });
  return "done";
}

/** What the platform answered to the sending, by card or key of the outbox. */
async function sentItems(
  tx: Transaction,
  receipts: readonly { cardId: string | null; outboxKey: string | null }[],
): Promise<ReadonlyMap<string, { chat: string; receipt: string }>> {
  const cards = receipts.flatMap(({ cardId }) => cardId ?? []);
  const keys = receipts.flatMap(({ outboxKey }) => outboxKey ?? []);
  const items = await tx.outboxItem.findMany({
    where: { state: "sent", receipt: { not: null }, OR: [{ cardId: { in: cards } }, { dedupeKey: { in: keys } }] },
    select: { chat: true, receipt: true, cardId: true, dedupeKey: true },
    orderBy: { id: "desc" },
  });
  return new Map(
    items.flatMap(({ chat, receipt, cardId, dedupeKey }) =>
      receipt === null ? [] : [[cardId ?? dedupeKey ?? "", { chat, receipt }] as const],
    ),
  );
}
