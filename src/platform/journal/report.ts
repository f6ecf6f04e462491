import type { Database } from "../storage/database.ts";
import type { JournalSchema } from "./journal-table.ts";
import { journalPhrases } from "./phrases.ts";
import { type RecordedState, recordedAndReplayed } from "./replay.ts";
import { type Verification, verifyJournal } from "./verify.ts";

export interface JournalReport {
  /** Chinese sentences. */
  lines: string[];
  /** The hash chain is intact and replay reproduces the tables. */
  sound: boolean;
}

/** Verifies the hash chain and the replay. Changes nothing. */
export async function reportJournal(database: Database, schema: JournalSchema): Promise<JournalReport> {
  const chain = chainReport(await verifyJournal(database));
  const replay = await replayReport(database, schema);
  return { lines: [...chain.lines, ...replay.lines], sound: chain.sound && replay.sound };
}

export const chainReport = (verification: Verification): JournalReport =>
  verification.broken
    ? { lines: [journalPhrases.broken(verification, verification.broken)], sound: false }
    : { lines: [journalPhrases.sound(verification)], sound: true };

async function replayReport(database: Database, schema: JournalSchema): Promise<JournalReport> {
  const missing = await missingTables(database, schema);
  if (missing.length > 0) return { lines: [journalPhrases.olderDatabase(missing)], sound: false };
  const { recorded, replayed } = await recordedAndReplayed(database, schema);
  const tables = differingTables(schema, recorded, replayed);
  return tables.length === 0
    ? { lines: [journalPhrases.replayEqual()], sound: true }
    : { lines: [journalPhrases.replayDiffers(tables)], sound: false };
}

/** Declared tables that the database lacks because this version was never started on it. */
async function missingTables(database: Database, { tables }: JournalSchema): Promise<string[]> {
  const rows = await database.query<{ name: string }>(
    "select name from unnest($1::text[]) as name where to_regclass('public.' || quote_ident(name)) is null",
    [tables.map(({ name }) => name)],
  );
  return rows.map(({ name }) => name);
}

/** Tables with different rows, in the schema's order. */
export const differingTables = (
  { tables }: JournalSchema,
  one: Readonly<RecordedState>,
  other: Readonly<RecordedState>,
): string[] =>
  tables.map(({ name }) => name).filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]));
