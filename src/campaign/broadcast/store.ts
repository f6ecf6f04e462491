import type { Transaction } from "../../platform/storage/database.ts";
import type { StaffId } from "../../shared/brand.ts";

/** A broadcast that went out. */
export type SentBroadcast = NonNullable<Awaited<ReturnType<Transaction["broadcast"]["findUnique"]>>>;

/** Under the id of the draft it was. */
export const sentAs = (tx: Transaction, id: string): Promise<SentBroadcast | null> =>
  tx.broadcast.findUnique({ where: { id } });

/** The newest that this person sent. */
export const lastSent = (tx: Transaction, campaignId: string, sentBy: StaffId): Promise<SentBroadcast | null> =>
  tx.broadcast.findFirst({ where: { campaignId, sentBy }, orderBy: { sentAt: "desc" } });
