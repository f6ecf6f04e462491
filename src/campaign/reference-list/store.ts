import { journalTable } from "../../platform/journal/journal-table.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import type { ReferencePurpose } from "../definition/schema/purposes.ts";
import type { ReferenceList, ReferenceRow } from "./reference-list.ts";

export const referenceListTable = journalTable("reference_list", ["campaign_id", "purpose", "version"]);

/** The newest list of each purpose. */
export async function listsInForce(
  tx: Transaction,
  campaignId: string,
): Promise<ReadonlyMap<ReferencePurpose, ReferenceList>> {
  const rows = await tx.referenceList.findMany({ where: { campaignId }, orderBy: { version: "asc" } });
  return new Map(rows.map((row) => [row.purpose as ReferencePurpose, listOf(row)]));
}

/** Of these hashes those that a list came from. */
export async function filesOfLists(tx: Transaction, hashes: readonly string[]): Promise<string[]> {
  const rows = await tx.referenceList.findMany({
    where: { fileHash: { in: [...hashes] } },
    select: { fileHash: true },
  });
  return rows.map(({ fileHash }) => fileHash);
}

type Row = Awaited<ReturnType<Transaction["referenceList"]["findMany"]>>[number];

const listOf = ({ campaignId: _, ...row }: Row): ReferenceList => ({
  ...row,
  purpose: row.purpose as ReferencePurpose,
  rows: row.rows as unknown as readonly ReferenceRow[],
});
