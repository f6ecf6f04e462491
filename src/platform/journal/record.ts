import type { Transaction } from "../storage/database.ts";
import type { Act, RowChange, RowName } from "./journal-entry.ts";

/**
 * Does the work and appends one entry with the named rows before and after it, in the same transaction. Rows that the
 * work left as they were are left out; an act that changed none of them is recorded all the same.
 * @param rows every row of a campaign's table that the work may write
 */
export async function recorded<Result>(
  tx: Transaction,
  { rows, ...act }: Act & { rows: readonly RowName[] },
  work: () => Promise<Result>,
): Promise<Result> {
  const before = await Promise.all(rows.map((row) => readRow(tx, row)));
  const result = await work();
  const after = await Promise.all(rows.map((row) => readRow(tx, row)));
  const changes = rows
    .map((row, index): RowChange => ({ ...row, before: before[index] ?? null, after: after[index] ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
  await tx.$executeRawUnsafe(
    `insert into journal_entry (campaign_id, at, recorded_at, actor, action, changes, reason, ruling)
     values ($1, $2, now(), $3, $4, $5::jsonb, $6, $7)`,
    act.campaignId,
    act.at,
    act.actor,
    act.action,
    JSON.stringify(changes),
    act.reason ?? null,
    act.ruling ?? null,
  );
  return result;
}

async function readRow(tx: Transaction, { table, key }: RowName): Promise<unknown> {
  // Names come from CAMPAIGN_TABLES and the code, never from people; values are parameters.
  const columns = Object.keys(key);
  const where = columns.map((column, index) => `t."${column}"::text = $${index + 1}`).join(" and ");
  const values = columns.map((column) => String(key[column]));
  const rows = await tx.$queryRawUnsafe<{ row: unknown }[]>(
    `select to_jsonb(t) as row from "${table}" t where ${where}`,
    ...values,
  );
  return rows[0]?.row;
}
