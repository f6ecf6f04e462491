import type { Database, Transaction } from "../storage/database.ts";
import type { JournalSchema } from "./journal-table.ts";
import { createCopies, inOneStatement, type ReplayRange, replayInto } from "./replay.ts";

/**
 * Runs work on the recorded tables and the journal as they were; all other tables, and those of the machinery, are as they
 * are now. What it writes is discarded.
 */
export type LookBack = <Result>(range: ReplayRange, work: (tx: Transaction) => Promise<Result>) => Promise<Result>;

export function makeLookBack(database: Database, schema: JournalSchema): LookBack {
  const tables = schema.tables.filter(({ machinery }) => machinery === undefined);
  const without = schema.tables.flatMap(({ machinery }) => machinery ?? []);
  const past = { ...schema, tables };
  const inCopy = database.openCopies(createCopies(past));
  return (range, work) =>
    inCopy(async (tx) => {
      await replayInto(tx, past, { ...range, without });
      await showOthers(tx, past, range);
      return work(tx);
    });
}

const JOURNAL = "journal_entry";
/** The largest id there can be. */
const LAST_ID = 2n ** 63n - 1n;
const THEN = `where at <= current_setting('jiayuan.until')::timestamptz
  and id < current_setting('jiayuan.before')::bigint`;

/** The journal ends with the moment. Tables that it does not record are seen through views, since the copy's statements name only its schema. */
async function showOthers(
  tx: Transaction,
  { tables }: JournalSchema,
  { until, before }: Pick<ReplayRange, "until" | "before">,
): Promise<void> {
  const recorded = tables.map(({ name }) => name);
  const others = await tx.$queryRaw<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename <> all(${recorded}::text[])`;
  await tx.$queryRaw`
    select set_config('jiayuan.until', ${until?.toISOString() ?? "infinity"}, true),
      set_config('jiayuan.before', ${String(before ?? LAST_ID)}, true)`;
  await tx.$executeRawUnsafe(
    inOneStatement(
      others.map(({ name }) => {
        const then = name === JOURNAL ? THEN : "";
        return `create temporary view "${name}" as select * from public."${name}" ${then}`;
      }),
    ),
  );
}
