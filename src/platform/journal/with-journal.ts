import type { Transaction } from "../storage/database.ts";
import { beforeCommit } from "../storage/transactions.ts";
import type { RowName } from "./journal-table.ts";

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
  const [before, result] = await Promise.all([rowsBefore(tx, rows), work()]);
  await beforeCommit(tx, () => append(tx, entry, { rows, before }));
  return result;
}

/** Appends the entry with the rows as they are now. */
function append(
  tx: Transaction,
  entry: JournalEntry,
  { rows, before }: { rows: readonly RowName[]; before: RowsBefore },
): Promise<number> {
  const after = tablesOf(rows).map((table) => `when ${asText(table.name)} then ${rowNow(table, "named.key::jsonb")}`);
  return tx.$executeRawUnsafe(
    `insert into journal_entry (campaign_id, at, recorded_at, actor, action, changes, reason, ruling, case_id, shape)
     values ($1, $2, now(), $3, $4, (
       select coalesce(jsonb_agg(jsonb_build_object('table', "table", 'key', key, 'before', before, 'after', after)
         order by place), '[]')
       from (select place, "table", key::jsonb as key, before::jsonb as before,
           ${after.length === 0 ? "null::jsonb" : `case "table" ${after.join(" ")} end`} as after
         from unnest($5::text[], $6::text[], $7::text[]) with ordinality as named("table", key, before, place)) as changes
       where before is distinct from after), $8, $9, $10, $11)`,
    entry.campaignId,
    entry.at,
    entry.actor,
    entry.action,
    rows.map(({ table }) => table),
    rows.map(({ key }) => JSON.stringify(key)),
    rows.map((row) => before.get(row) ?? null),
    entry.reason ?? null,
    entry.ruling ?? null,
    entry.caseId ?? null,
    JOURNAL_SHAPE,
  );
}

/** JSON of the rows that exist, as the database wrote it: no number loses anything. */
type RowsBefore = ReadonlyMap<RowName, string>;

/** One statement a table. */
async function rowsBefore(tx: Transaction, rows: readonly RowName[]): Promise<RowsBefore> {
  const images = new Map<RowName, string>();
  const reads = tablesOf(rows).map(async (table) => {
    const named = rows.filter((row) => row.table === table.name);
    const found = await tx.$queryRawUnsafe<{ place: bigint; row: string | null }[]>(
      `select place, ${rowNow(table, "named.key::jsonb")}::text as row
       from unnest($1::text[]) with ordinality as named(key, place)`,
      named.map(({ key }) => JSON.stringify(key)),
    );
    for (const { place, row } of found) {
      const name = named[Number(place) - 1];
      if (name && row !== null) images.set(name, row);
    }
  });
  await Promise.all(reads);
  return images;
}

/** A table with its key, as the named rows have it. */
interface KeyedTable {
  name: string;
  key: readonly string[];
}

/** In the order of their names: a statement for the same tables is the same. */
function tablesOf(rows: readonly RowName[]): KeyedTable[] {
  const keys = new Map(rows.map(({ table, key }) => [table, Object.keys(key)]));
  return [...keys].map(([name, key]) => ({ name, key })).toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/**
 * The row of a key as it is now, found by its index; the key is read as the table's columns are. Names come from table
 * declarations, never from input.
 */
function rowNow({ name, key }: KeyedTable, asked: string): string {
  const same = key.map((column) => `t."${column}" = k."${column}"`).join(" and ");
  return `(select to_jsonb(t) from jsonb_populate_record(null::"${name}", ${asked}) k join "${name}" t on ${same})`;
}

const asText = (name: string): string => `'${name}'`;
