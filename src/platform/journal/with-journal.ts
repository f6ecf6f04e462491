import type { Transaction } from "../storage/database.ts";
import type { RowChange, RowName } from "./journal-table.ts";

/** Version of the entry format. Entries of version 1 had no `shape`. */
export const JOURNAL_SHAPE = 2;

/** 操作留痕: who did what, when, why, and under which ruling. */
export interface JournalEntry {
  campaignId: string;
  /** Campaign time. */
  at: Date;
  /** staffId, or `system` */
  actor: string;
  /** `<feature>.<verb>` */
  action: string;
  /** The application concerned, if any. */
  caseId?: string | undefined;
  reason?: string | undefined;
  /** `R14@2` */
  ruling?: string | undefined;
  /** All rows of recorded tables that the work may write. */
  rows?: readonly RowName[];
}

/**
 * Does the work and appends an entry with the named rows before and after it, in the same transaction. Unchanged rows
 * are omitted; without any change, the entry is still written.
 */
export async function withJournal<Result>(
  tx: Transaction,
  { rows = [], ...entry }: JournalEntry,
  work: () => Promise<Result>,
): Promise<Result> {
  // The rows are asked for first, and so read as they were.
  const [before, result] = await Promise.all([readRows(tx, rows), work()]);
  const after = await readRows(tx, rows);
  const changes = rows
    .map((row): RowChange => ({ ...row, before: before.get(row) ?? null, after: after.get(row) ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
  await tx.$executeRawUnsafe(
    `insert into journal_entry (campaign_id, at, recorded_at, actor, action, changes, reason, ruling, case_id, shape)
     values ($1, $2, now(), $3, $4, $5::jsonb, $6, $7, $8, $9)`,
    entry.campaignId,
    entry.at,
    entry.actor,
    entry.action,
    JSON.stringify(changes),
    entry.reason ?? null,
    entry.ruling ?? null,
    entry.caseId ?? null,
    JOURNAL_SHAPE,
  );
  return result;
}

/** Those of the named rows that exist; one statement a table. */
async function readRows(tx: Transaction, rows: readonly RowName[]): Promise<Map<RowName, unknown>> {
  const images = new Map<RowName, unknown>();
  const reads = [...Map.groupBy(rows, ({ table }) => table)].map(async ([table, named]) => {
    const keys = named.map(({ key }) => key);
    for (const { place, row } of await readKeys(tx, table, keys)) {
      const name = named[Number(place) - 1];
      if (name) images.set(name, row);
    }
  });
  await Promise.all(reads);
  return images;
}

/** @returns the rows found, each with the place of its key, counted from 1 */
function readKeys(
  tx: Transaction,
  table: string,
  keys: readonly Record<string, unknown>[],
): Promise<{ place: bigint; row: unknown }[]> {
  // Names come from table declarations, never from input; values are parameters.
  const columns = Object.keys(keys[0] ?? {});
  const lists = columns.map((_, at) => `$${at + 1}::text[]`).join(", ");
  const names = columns.map((_, at) => `key${at}`).join(", ");
  const same = columns.map((column, at) => `t."${column}"::text = k.key${at}`).join(" and ");
  return tx.$queryRawUnsafe(
    `select k.place, to_jsonb(t) as row
     from unnest(${lists}) with ordinality as k(${names}, place) join "${table}" t on ${same}`,
    ...columns.map((column) => keys.map((key) => String(key[column]))),
  );
}
