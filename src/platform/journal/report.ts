import type { Database } from "../storage/database.ts";
import { CAMPAIGN_TABLES } from "./journal-entry.ts";
import { journalPhrases } from "./phrases.ts";
import { type CampaignState, readCampaignState, replayJournal } from "./replay.ts";
import { type Verification, verifyJournal } from "./verify.ts";

export interface JournalReport {
  /** Sentences for people. */
  lines: string[];
  /** The chain holds, and replay gives the database's own tables. */
  sound: boolean;
}

/** A working bot may write between the two readings; a difference counts only when it is there every time. */
const LOOKS = 3;

/** Recomputes the chain, replays the journal, and says what holds. Reads only. */
export async function reportJournal(database: Database): Promise<JournalReport> {
  const chain = chainReport(await verifyJournal(database));
  const replay = await replayReport(database);
  return { lines: [...chain.lines, ...replay.lines], sound: chain.sound && replay.sound };
}

export const chainReport = (verification: Verification): JournalReport =>
  verification.broken
    ? { lines: [journalPhrases.broken(verification, verification.broken)], sound: false }
    : { lines: [journalPhrases.sound(verification)], sound: true };

async function replayReport(database: Database): Promise<JournalReport> {
  const missing = await missingTables(database);
  if (missing.length > 0) return { lines: [journalPhrases.olderDatabase(missing)], sound: false };
  let tables: string[] = [];
  for (let look = 1; look <= LOOKS; look++) {
    tables = differingTables(await readCampaignState(database), await replayJournal(database));
    if (tables.length === 0) return { lines: [journalPhrases.replayEqual()], sound: true };
  }
  return { lines: [journalPhrases.replayDiffers(tables)], sound: false };
}

/** Tables of this program that the database does not have yet: it has not been started on it. */
async function missingTables(database: Database): Promise<string[]> {
  const rows = await database.query<{ name: string }>(
    "select name from unnest($1::text[]) as name where to_regclass('public.' || quote_ident(name)) is null",
    [Object.keys(CAMPAIGN_TABLES)],
  );
  return rows.map(({ name }) => name);
}

/** The tables whose rows are not the same in both, in the order of {@link CAMPAIGN_TABLES}. */
export const differingTables = (one: Partial<CampaignState>, other: Partial<CampaignState>): string[] =>
  (Object.keys(CAMPAIGN_TABLES) as (keyof CampaignState)[]).filter(
    (table) => JSON.stringify(one[table]) !== JSON.stringify(other[table]),
  );
