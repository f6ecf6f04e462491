import { type Database, Prisma, type Transaction } from "../storage/database.ts";
import type { JournalSchema, JournalTable, RowChange } from "./journal-table.ts";

/** The rows of each table as JSON, ordered by key. */
export type RecordedState = Record<string, unknown[]>;

export const readRecordedState = (
  database: Database,
  { tables }: JournalSchema,
  campaignId?: string,
): Promise<RecordedState> => database.inTransaction((tx) => readState(tx, "public", { tables, campaignId }));

export interface ReplayRange {
  campaignId?: string;
  /** Only entries up to this campaign time. */
  until?: Date;
  /** Only entries recorded before this one: its id. */
  before?: bigint;
  /** Only entries about this application, and those about none. */
  caseId?: string;
  /** Not the entries of these actions. */
  without?: readonly string[];
}

/**
 * Rebuilds the recorded tables from the journal, as temporary tables: the database does not change. Changes of retired
 * tables are upgraded.
 */
export async function replayJournal(
  database: Database,
  schema: JournalSchema,
  range: ReplayRange = {},
): Promise<RecordedState> {
  return database.inTransaction(async (tx) => {
    await tx.$executeRawUnsafe(createCopies(schema, "on commit drop"));
    await replayInto(tx, schema, range);
    return readState(tx, "pg_temp", schema);
  });
}

/** The recorded tables, and what the journal rebuilds, as of the same moment: a running bot may go on writing. */
export async function recordedAndReplayed(
  database: Database,
  schema: JournalSchema,
): Promise<{ recorded: RecordedState; replayed: RecordedState }> {
  return database.inTransaction(async (tx) => {
    await tx.$executeRawUnsafe("set transaction isolation level repeatable read");
    const recorded = await readState(tx, "public", schema);
    await tx.$executeRawUnsafe(createCopies(schema, "on commit drop"));
    await replayInto(tx, schema, {});
    return { recorded, replayed: await readState(tx, "pg_temp", schema) };
  });
}

/** SQL that creates the recorded tables as temporary ones, empty. */
export const createCopies = ({ tables }: JournalSchema, then: "on commit drop" | "" = ""): string =>
  inOneStatement(
    tables.map(({ name }) => `create temporary table "${name}" (like public."${name}" including defaults) ${then}`),
  );

/** Fills the temporary tables from the journal. */
export async function replayInto(tx: Transaction, schema: JournalSchema, range: ReplayRange): Promise<void> {
  const rows = await lastStates(tx, schema, range);
  for (const { name } of schema.tables) await insertRows(tx, name, [...(rows.get(name)?.values() ?? [])]);
}

/** Some sixty statements, each of which takes less time than its way to the database and back. */
export const inOneStatement = (statements: readonly string[]): string =>
  `do $do$ begin ${statements.map((one) => `${one};`).join("\n")} end $do$`;

/** By table and key, the row after its last change. */
type LastStates = ReadonlyMap<string, ReadonlyMap<string, object>>;

/**
 * The last change of each row decides, and the database finds it: of a long journal little is left to be read. A change of
 * a retired table may become several rows, so all of them are applied.
 */
async function lastStates(tx: Transaction, schema: JournalSchema, range: ReplayRange): Promise<LastStates> {
  const { campaignId, until, before, without = [] } = range;
  const upgrades = new Map(schema.retired.map(({ name, upgrade }) => [name, upgrade]));
  const states = new Map<string, Map<string, object>>();
  const apply = ({ table, key, after }: RowChange): void => {
    const rows = states.get(table) ?? new Map<string, object>();
    states.set(table, rows);
    const name = JSON.stringify(Object.entries(key).toSorted(([one], [other]) => (one < other ? -1 : 1)));
    if (after === null) rows.delete(name);
    else rows.set(name, after as object);
  };
  const changes = await tx.$queryRaw<{ change: RowChange }[]>`
    select case when version is null then change - 'before' else change end as change from (
      select distinct on (change->>'table', change->'key', version) id, place, version, change
      from public.journal_entry, jsonb_array_elements(changes) with ordinality as one(change, place),
        lateral (select case when change->>'table' = any(${[...upgrades.keys()]}::text[]) then id end as version) retired
      where (${campaignId ?? null}::text is null or campaign_id = ${campaignId ?? null})
        and (${until ?? null}::timestamptz is null or at <= ${until ?? null}::timestamptz)
        and (${before ?? null}::bigint is null or id < ${before ?? null}::bigint)
        and ${aboutCase(schema, range)}
        and action <> all(${without}::text[])
      order by change->>'table', change->'key', version, id desc, place desc
    ) last order by id, place`;
  for (const { change } of changes) for (const one of upgrades.get(change.table)?.(change) ?? [change]) apply(one);
  return states;
}

/**
 * Of the entries of no single case, those that hold the last change of a row: an index names them, so that the others
 * need not be unpacked.
 */
function aboutCase({ tables, retired }: JournalSchema, { campaignId, until, before, caseId }: ReplayRange): Prisma.Sql {
  if (caseId === undefined) return Prisma.sql`true`;
  const names = ({ name }: { name: string }): string => name;
  return Prisma.sql`id in (
    select id from public.journal_entry where case_id = ${caseId}
    union all
    select max(entry_id) from public.journal_change
    where (${campaignId ?? null}::text is null or campaign_id = ${campaignId ?? null})
      and table_name = any(${tables.map(names)}::text[])
      and (${until ?? null}::timestamptz is null or at <= ${until ?? null}::timestamptz)
      and (${before ?? null}::bigint is null or entry_id < ${before ?? null}::bigint)
    group by table_name, "row"
    union all
    select entry_id from public.journal_change where table_name = any(${retired.map(names)}::text[]))`;
}

/**
 * Fills the copy. The schema is named, so that no statement prepared for the tables themselves is taken for one on the
 * copies. Columns that a row does not know, since they were added later, keep their defaults.
 */
async function insertRows(tx: Transaction, table: string, rows: readonly object[]): Promise<void> {
  const alike = Map.groupBy(rows, (row) =>
    Object.keys(row)
      .map((column) => `"${column}"`)
      .join(", "),
  );
  for (const [columns, group] of alike) {
    await tx.$executeRawUnsafe(
      `insert into pg_temp."${table}" (${columns})
       select ${columns} from jsonb_populate_recordset(null::pg_temp."${table}", $1::jsonb)`,
      JSON.stringify(group),
    );
  }
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
