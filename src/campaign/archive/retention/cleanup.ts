import { z } from "zod";
import { journalTable } from "../../../platform/journal/journal-table.ts";
import type { Transaction } from "../../../platform/storage/database.ts";
import { type StaffId, staffId } from "../../../shared/brand.ts";
import { event } from "../../engine/events.ts";
import type { Erased } from "./phrases.ts";

export const cleanupTable = journalTable("cleanup", ["campaign_id", "number"]);
export const cleanupChanged = event<{ number: number }>("archive.cleanup-changed");

export interface Cleanup {
  /** From 1. */
  number: number;
  state: "requested" | "declined" | "done";
  requestedBy: StaffId;
  requestedAt: Date;
  decidedBy: StaffId | null;
  decidedAt: Date | null;
  /** What was shown when it was asked for, and then erased. */
  erased: Erased;
  /** Of what that was; undefined in a request of an earlier version. */
  digest: string | undefined;
}

const counts = z.object({ phones: z.number(), objectors: z.number(), drafts: z.number(), photos: z.number() });
const shown = z.object({ digest: z.string().optional() });

export async function lastCleanup(tx: Transaction, campaignId: string): Promise<Cleanup | undefined> {
  const row = await tx.cleanup.findFirst({ where: { campaignId }, orderBy: { number: "desc" } });
  return row ? cleanupOf(row) : undefined;
}

export async function cleanupByNumber(
  tx: Transaction,
  campaignId: string,
  number: number,
): Promise<Cleanup | undefined> {
  const row = await tx.cleanup.findUnique({ where: { campaignId_number: { campaignId, number } } });
  return row ? cleanupOf(row) : undefined;
}

const cleanupOf = (row: NonNullable<Awaited<ReturnType<Transaction["cleanup"]["findFirst"]>>>): Cleanup => ({
  ...{ number: row.number, requestedAt: row.requestedAt, decidedAt: row.decidedAt },
  // Written by this part only.
  state: row.state as Cleanup["state"],
  requestedBy: staffId(row.requestedBy),
  decidedBy: row.decidedBy === null ? null : staffId(row.decidedBy),
  erased: counts.parse(row.erased),
  digest: shown.parse(row.erased).digest,
});
