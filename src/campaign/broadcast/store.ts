import { journalTable } from "../../platform/journal/journal-table.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import type { StaffId } from "../../shared/brand.ts";

export const broadcastTable = journalTable("broadcast", ["id"]);

/** A broadcast that went out. */
export type SentBroadcast = NonNullable<Awaited<ReturnType<Transaction["broadcast"]["findUnique"]>>>;

/** A broadcast has the id of its draft. */
export const sentAs = (tx: Transaction, draftId: string): Promise<SentBroadcast | null> =>
  tx.broadcast.findUnique({ where: { id: draftId } });

/** The newest one this person sent. */
export const lastSent = (tx: Transaction, campaignId: string, sentBy: StaffId): Promise<SentBroadcast | null> =>
  tx.broadcast.findFirst({ where: { campaignId, sentBy }, orderBy: { sentAt: "desc" } });
