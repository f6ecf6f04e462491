import { journalTable } from "../../platform/journal/journal-table.ts";
import type { Transaction } from "../../platform/storage/database.ts";

export const expectedDistrictsTable = journalTable("expected_districts", ["campaign_id"]);

/** Ids of the expected districts set by the organizer; empty if none are set. */
export async function namedDistricts(tx: Transaction, campaignId: string): Promise<readonly string[]> {
  const row = await tx.expectedDistricts.findUnique({ where: { campaignId } });
  return Array.isArray(row?.districts) ? row.districts.map(String) : [];
}
