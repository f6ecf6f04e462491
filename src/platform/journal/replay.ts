import type { Database, Transaction } from "../storage/database.ts";
import { CAMPAIGN_TABLES, type CampaignTable, type RowChange } from "./journal-entry.ts";

/** Every campaign table's rows as JSON, in the order of their keys. */
export type CampaignState = Record<CampaignTable, unknown[]>;

export const readCampaignState = (database: Database, campaignId?: string): Promise<CampaignState> =>
  database.inTransaction((tx) => readState(tx, campaignId));

/**
 * Gives back the campaign's tables from the journal alone, in a throw-away schema: nothing of the database changes.
 * @param until replay only entries up to this campaign time
 */
export async function replayJournal(database: Database, until?: Date): Promise<CampaignState> {
  return database.inTransaction(async (tx) => {
    for (const table of tableNames) {
      await tx.$executeRawUnsafe(
        `create temporary table "${table}" (like public."${table}" including all) on commit drop`,
      );
    }
    const entries = await tx.$queryRawUnsafe<{ changes: RowChange[] }[]>(
      "select changes from public.journal_entry where $1::timestamptz is null or at <= $1::timestamptz order by id",
      until ?? null,
    );
    for (const { changes } of entries) for (const change of changes) await applyChange(tx, change);
    return readState(tx);
  });
}

const tableNames = Object.keys(CAMPAIGN_TABLES) as CampaignTable[];

/** Temporary tables come first in the search path, so this writes and reads the copy. */
async function applyChange(tx: Transaction, { table, key, after }: RowChange): Promise<void> {
  const columns = Object.keys(key);
  const where = columns.map((column, index) => `"${column}"::text = $${index + 1}`).join(" and ");
  const values = columns.map((column) => String(key[column]));
  await tx.$executeRawUnsafe(`delete from "${table}" where ${where}`, ...values);
  if (after === null) return;
  await tx.$executeRawUnsafe(
    `insert into "${table}" select * from jsonb_populate_record(null::"${table}", $1::jsonb)`,
    JSON.stringify(after),
  );
}

async function readState(tx: Transaction, campaignId?: string): Promise<CampaignState> {
  const state: [CampaignTable, unknown[]][] = [];
  for (const table of tableNames) {
    const column = table === "campaign" ? "id" : "campaign_id";
    const rows = await tx.$queryRawUnsafe<{ row: unknown }[]>(
      `select to_jsonb(t) as row from "${table}" t where $1::text is null or t."${column}" = $1::text
       order by ${CAMPAIGN_TABLES[table].map((key) => `t."${key}"`).join(", ")}`,
      campaignId ?? null,
    );
    state.push([table, rows.map(({ row }) => row)]);
  }
  return Object.fromEntries(state) as CampaignState;
}
