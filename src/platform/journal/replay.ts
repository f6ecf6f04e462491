import type { Database, Transaction } from "../storage/database.ts";
import type { JournalSchema, JournalTable, RowChange } from "./journal-table.ts";

/** The rows of each table as JSON, ordered by key. */
export type RecordedState = Record<string, unknown[]>;

export const readRecordedState = (
  database: Database,
  { tables }: JournalSchema,
  campaignId?: string,
): Promise<RecordedState> => database.inTransaction((tx) => readState(tx, "public", { tables, campaignId }));

export interface ReplayRange {
  /** Only entries up to this campaign time. */
  until?: Date;
  /** Only entries about this application. */
  caseId?: string;
}

/**
 * Rebuilds the recorded tables from the journal, as temporary tables: the database does not change. Changes of retired
 * tables are upgraded.
 */
export async function replayJournal(
  database: Database,
  { tables, retired }: JournalSchema,
  { until, caseId }: ReplayRange = {},
): Promise<RecordedState> {
  const upgrades = new Map(retired.map(({ name, upgrade }) => [name, upgrade]));
  return database.inTransaction(async (tx) => {
    for (const { name } of tables) {
      await tx.$executeRawUnsafe(
        `create temporary table "${name}" (like public."${name}" including all) on commit drop`,
      );
    }
    const entries = await tx.$queryRawUnsafe<{ changes: RowChange[] }[]>(
      `select changes from public.journal_entry
       where ($1::timestamptz is null or at <= $1::timestamptz) and ($2::text is null or case_id = $2::text) order by id`,
      until ?? null,
      caseId ?? null,
    );
    const changes = entries.flatMap((entry) => entry.changes);
    for (const change of changes.flatMap((one) => upgrades.get(one.table)?.(one) ?? [one])) {
      await applyChange(tx, change);
    }
    return readState(tx, "pg_temp", { tables });
  });
}

/**
 * Changes the copy. The schema is named, so that no statement prepared for the tables themselves is taken for one on the
 * copies.
 */
async function applyChange(tx: Transaction, { table, key, after }: RowChange): Promise<void> {
  const columns = Object.keys(key);
  const where = columns.map((column, index) => `"${column}"::text = $${index + 1}`).join(" and ");
  const values = columns.map((column) => String(key[column]));
  await tx.$executeRawUnsafe(`delete from pg_temp."${table}" where ${where}`, ...values);
  if (after === null) return;
  // Columns that were added later keep their defaults.
  const names = Object.keys(after as object).map((column) => `"${column}"`);
  await tx.$executeRawUnsafe(
    `insert into pg_temp."${table}" (${names.join(", ")})
     select ${names.join(", ")} from jsonb_populate_record(null::pg_temp."${table}", $1::jsonb)`,
    JSON.stringify(after),
  );
}

async function readState(
  tx: Transaction,
  schema: "public" | "pg_temp",
  { tables, campaignId }: { tables: readonly JournalTable[]; campaignId?: string | undefined },
): Promise<RecordedState> {
  const state: RecordedState = {};
  for (const { name, key, campaignColumn } of tables) {
    const rows = await tx.$queryRawUnsafe<{ row: unknown }[]>(
      `select to_jsonb(t) as row from ${schema}."${name}" t where $1::text is null or t."${campaignColumn}" = $1::text
       order by ${key.map((column) => `t."${column}"`).join(", ")}`,
      campaignId ?? null,
    );
    state[name] = rows.map(({ row }) => row);
  }
  return state;
}
