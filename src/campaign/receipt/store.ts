import { journalTable } from "../../platform/journal/journal-table.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import { type StaffId, staffId } from "../../shared/brand.ts";

export const receiptTable = journalTable("receipt", ["campaign_id", "message", "person"]);

/** What was sent to whom, and whether it was read. */
export interface Receipt {
  message: string;
  person: StaffId;
  kind: string;
  sentAt: Date;
  /** Undefined: its read state was not asked for. */
  askedAt: Date | undefined;
  readAt: Date | undefined;
}

/** Receipts of these kinds, of one message, or of one person, oldest first. */
export async function receiptsOf(
  tx: Transaction,
  campaignId: string,
  which: { kinds?: readonly string[]; message?: string; person?: StaffId | undefined },
): Promise<Receipt[]> {
  const rows = await tx.receipt.findMany({
    where: {
      campaignId,
      ...(which.kinds ? { kind: { in: [...which.kinds] } } : {}),
      ...(which.person === undefined ? {} : { person: which.person }),
      ...(which.message === undefined ? {} : { message: which.message }),
    },
    orderBy: [{ sentAt: "asc" }, { message: "asc" }, { person: "asc" }],
  });
  return rows.map(({ message, person, kind, sentAt, askedAt, readAt }) => ({
    ...{ message, person: staffId(person), kind, sentAt },
    ...{ askedAt: askedAt ?? undefined, readAt: readAt ?? undefined },
  }));
}
