import { journalTable } from "../../platform/journal/journal-table.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import type { ReferencePurpose } from "../definition/schema/purposes.ts";
import type { ReferenceList, ReferenceRow } from "./reference-list.ts";

export const referenceListTable = journalTable("reference_list", ["campaign_id", "purpose", "version"]);

/** The newest list of each purpose. Of lists that are known only the names are read: a city's have thousands of rows. */
export async function listsInForce(
  tx: Transaction,
  campaignId: string,
): Promise<ReadonlyMap<ReferencePurpose, ReferenceList>> {
  const newest = await tx.$queryRaw<Version[]>`
    select distinct on (purpose) purpose, version, file_hash as "fileHash", applied_at as "appliedAt"
    from reference_list where campaign_id = ${campaignId} order by purpose, version desc`;
  const unknown = newest.filter((version) => kept.get(keyOf(campaignId, version)) === undefined);
  const read = unknown.map(async (version) => {
    const { purpose, version: number } = version;
    const key = { campaignId, purpose, version: number };
    return [
      version,
      listOf(await tx.referenceList.findUniqueOrThrow({ where: { campaignId_purpose_version: key } })),
    ] as const;
  });
  const fresh = new Map(await Promise.all(read));
  return new Map(
    newest.flatMap((version) => {
      const list = kept.get(keyOf(campaignId, version)) ?? fresh.get(version);
      if (!list) return [];
      keep(keyOf(campaignId, version), list);
      return [[list.purpose, list] as const];
    }),
  );
}

type Version = Pick<Row, "purpose" | "version" | "fileHash" | "appliedAt">;

/**
 * A version never changes, and nobody changes its rows in place. One that a transaction stored and did not commit is
 * found by nobody else: another of its number comes at another moment.
 */
const kept = new Map<string, ReferenceList>();
const MOST_LISTS = 20;

const keyOf = (campaignId: string, { purpose, version, fileHash, appliedAt }: Version): string =>
  [campaignId, purpose, version, fileHash, appliedAt.getTime()].join("\u0000");

function keep(key: string, list: ReferenceList): void {
  kept.delete(key);
  kept.set(key, list);
  const [oldest] = kept.keys();
  if (kept.size > MOST_LISTS && oldest !== undefined) kept.delete(oldest);
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
