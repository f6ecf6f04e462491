import { journalTable } from "../../platform/journal/journal-table.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import type { StaffId } from "../../shared/brand.ts";

export const broadcastTable = journalTable("broadcast", ["id"]);

/** A sent broadcast. */
export type SentBroadcast = NonNullable<Awaited<ReturnType<Transaction["broadcast"]["findUnique"]>>>;

/** The broadcast's id is the draft's. */
export const sentAs = (tx: Transaction, draftId: string): Promise<SentBroadcast | null> =>
  tx.broadcast.findUnique({ where: { id: draftId } });

/** The person's latest broadcast. */
export const lastSent = (tx: Transaction, campaignId: string, sentBy: StaffId): Promise<SentBroadcast | null> =>
  tx.broadcast.findFirst({ where: { campaignId, sentBy }, orderBy: { sentAt: "desc" } });
