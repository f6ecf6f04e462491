import type { StaffId } from "../../shared/brand.ts";
import type { Context } from "../engine/context.ts";
import { receiptTable } from "./store.ts";

/** Messages of one kind sent at the same moment. */
export interface Sent {
  /** `<kind>/<what>` */
  message: string;
  kind: string;
  to: readonly { person: StaffId; cardId?: string; outboxKey?: string }[];
}

/** Notes in one journal entry to whom a message goes. Who has one for it already is left as they are. */
export async function noteSent({ tx, campaign, now, withJournal }: Context, sent: Sent): Promise<void> {
  const { message, kind, to } = sent;
  if (to.length === 0) return;
  const rows = to.map(({ person }) => receiptTable.row({ campaign_id: campaign.id, message, person }));
  await withJournal({ action: "receipt.sent", rows }, () =>
    tx.receipt.createMany({
      data: to.map(({ person, cardId, outboxKey }) => ({
        ...{ campaignId: campaign.id, message, person, kind, sentAt: now },
        ...{ cardId: cardId ?? null, outboxKey: outboxKey ?? null },
      })),
      skipDuplicates: true,
    }),
  );
}
