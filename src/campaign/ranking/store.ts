import { journalTable } from "../../platform/journal/journal-table.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import { type StaffId, staffId } from "../../shared/brand.ts";
import { type Authority, authorityOf } from "../authority/authority.ts";

export const expectedDistrictsTable = journalTable("expected_districts", ["campaign_id"]);

/** The organizer's latest proposal of the districts expected to send a list, and the approver's decisions. */
export interface ExpectedDistricts {
  /** District ids. */
  proposed: readonly string[];
  namedBy: StaffId | undefined;
  /** Campaign time of the proposal. */
  namedAt: Date | undefined;
  /** Whether the proposal waits for the approver. */
  isOpen: boolean;
  /** District ids taken out by the approver. */
  released: readonly string[];
  /** What the latest decision rests on. */
  authority: Authority | undefined;
  /** Whether there has been a decision. */
  isDecided: boolean;
}

export async function expectedDistrictsOf(tx: Transaction, campaignId: string): Promise<ExpectedDistricts> {
  const row = await tx.expectedDistricts.findUnique({ where: { campaignId } });
  if (!row)
    return {
      proposed: [],
      namedBy: undefined,
      namedAt: undefined,
      isOpen: false,
      released: [],
      authority: undefined,
      isDecided: false,
    };
  return {
    proposed: ids(row.districts),
    namedBy: staffId(row.namedBy),
    namedAt: row.namedAt,
    isOpen: row.decidedAt === null,
    released: ids(row.released),
    authority: authorityOf(row.authority),
    isDecided: row.decidedBy !== null,
  };
}

const ids = (column: unknown): string[] => (Array.isArray(column) ? column.map(String) : []);
