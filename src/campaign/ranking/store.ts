import { journalTable } from "../../platform/journal/journal-table.ts";
import type { Transaction } from "../../platform/storage/database.ts";

export const expectedDistrictsTable = journalTable("expected_districts", ["campaign_id"]);

/** The districts whose lists the organizer asked to wait for, by id; empty when none were named. */
export async function namedDistricts(tx: Transaction, campaignId: string): Promise<readonly string[]> {
  const row = await tx.expectedDistricts.findUnique({ where: { campaignId } });
  return Array.isArray(row?.districts) ? row.districts.map(String) : [];
}
