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
  const before = await Promise.all(rows.map((row) => readRow(tx, row)));
  const result = await work();
  const after = await Promise.all(rows.map((row) => readRow(tx, row)));
  const changes = rows
    .map((row, index): RowChange => ({ ...row, before: before[index] ?? null, after: after[index] ?? null }))
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

async function readRow(tx: Transaction, { table, key }: RowName): Promise<unknown> {
  // Names come from table declarations, never from input; values are parameters.
  const columns = Object.keys(key);
  const where = columns.map((column, index) => `t."${column}"::text = $${index + 1}`).join(" and ");
  const values = columns.map((column) => String(key[column]));
  const rows = await tx.$queryRawUnsafe<{ row: unknown }[]>(
    `select to_jsonb(t) as row from "${table}" t where ${where}`,
    ...values,
  );
  return rows[0]?.row;
}
