import { mkdir, mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { createEmulator } from "dingtalk-emulator";
import { makeCall } from "dingtalk-emulator/client/call.ts";
import seed from "dingtalk-emulator/seed.json" with { type: "json" };
import pg from "pg";
import { startEmbeddedServer } from "../../src/platform/storage/embedded/embedded-server.ts";
import { makeEncryption, readDataKey } from "../../src/platform/storage/encryption.ts";
import type { Sheet } from "./table-state.ts";
import type { World } from "./world.ts";

const FIXTURE = join(import.meta.dirname, "../fixtures/midway-in-stage-two.json.gz");
const MIGRATIONS = join(import.meta.dirname, "../../prisma/migrations");
/** The newest migration of the commit that wrote the rows. */
const LAST_MIGRATION = "20261123080156_expected-districts";

export type Row = Readonly<Record<string, unknown>>;

/**
 * A campaign midway in stage two, as an earlier commit kept it: every table's rows, bytes as Base64, and beside them
 * what that commit itself read from them.
 */
export interface OldDatabase {
  commit: string;
  dataKey: string;
  tables: Readonly<Record<string, readonly Row[]>>;
  /** The file store, Base64 by content hash. */
  files: Readonly<Record<string, string>>;
  /** The campaign's tables as that commit replayed them from its journal; equal to its tables. */
  replayed: Readonly<Record<string, readonly Row[]>>;
  facts: {
    now: string;
    /** By the compound's name. */
    sheets: Readonly<Record<string, Sheet>>;
    /** `<userId> <card>` for every card that anybody has before them. */
    cardsSeen: readonly string[];
    journal: { entries: number; verified: { sealed: number; unsealed: number } };
  };
  /** The emulator's snapshot. */
  emulator: object;
}

export async function readOldDatabase(): Promise<OldDatabase> {
  // Parse boundary: the file was written once and never changes.
  return JSON.parse(gunzipSync(await readFile(FIXTURE)).toString("utf8")) as OldDatabase;
}

/**
 * Lays database, files, data key and the emulator's state into a data folder of their own, as the old commit left them.
 * @returns the folder, for a world to start on
 */
export async function layOut(old: OldDatabase): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), "jiayuan-old-"));
  await writeFile(join(dataDir, "data.key"), old.dataKey, { mode: 0o600 });
  for (const [hash, bytes] of Object.entries(old.files)) {
    const folder = join(dataDir, "files", hash.slice(0, 2));
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, hash), Buffer.from(bytes, "base64"));
  }
  await Promise.all([restoreEmulator(old, dataDir), restoreDatabase(old, dataDir)]);
  return dataDir;
}

async function restoreEmulator({ emulator: snapshot, facts }: OldDatabase, dataDir: string): Promise<void> {
  const emulator = await createEmulator({ port: 0, seed, now: new Date(facts.now), dataDir });
  await makeCall(emulator.url)("/restore", { snapshot });
  await emulator.close();
}

async function restoreDatabase(old: OldDatabase, dataDir: string): Promise<void> {
  const server = await startEmbeddedServer(dataDir);
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    await makeSchema(client);
    for (const [table, rows] of Object.entries(old.tables)) await putRows(client, table, rows);
    await setSequences(client);
  } finally {
    await client.end();
  }
  await server.stop();
}

/** As Prisma makes it. */
const MIGRATIONS_TABLE = `create table _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

async function makeSchema(client: pg.Client): Promise<void> {
  await client.query(MIGRATIONS_TABLE);
  const entries = await readdir(MIGRATIONS, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  for (const name of names.filter((one) => one <= LAST_MIGRATION).sort()) {
    await client.query(await readFile(join(MIGRATIONS, name, "migration.sql"), "utf8"));
  }
}

async function putRows(client: pg.Client, table: string, rows: readonly Row[]): Promise<void> {
  const { rows: columns } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = 'public' and table_name = $1 and data_type = 'bytea'`,
    [table],
  );
  const binary = columns.map(({ name }) => name);
  const put = rows.map((row) => mapColumns(row, binary, (text) => `\\x${Buffer.from(text, "base64").toString("hex")}`));
  await client.query(
    `insert into public."${table}" select * from jsonb_populate_recordset(null::public."${table}", $1::jsonb)`,
    [JSON.stringify(put)],
  );
}

const mapColumns = (row: Row, columns: readonly string[], change: (text: string) => string): Row => ({
  ...row,
  ...Object.fromEntries(
    columns.flatMap((column) => {
      const value = row[column];
      return typeof value === "string" ? [[column, change(value)]] : [];
    }),
  ),
});

async function setSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `select table_name as table, column_name as column,
            pg_get_serial_sequence('public."' || table_name || '"', column_name) as sequence
     from information_schema.columns where table_schema = 'public' and column_default like 'nextval(%'`,
  );
  for (const { table, column, sequence } of rows) {
    await client.query(
      `select setval($1::regclass, (select coalesce(max("${column}"), 0) + 1 from "${table}"), false)`,
      [sequence],
    );
  }
}

/** Rows read from a database that has gone on, brought to the fixture's way of writing bytes. */
export const asWritten = (row: Row): Row =>
  mapColumns(row, Object.keys(row), (text) =>
    /^\\x([0-9a-f]{2})*$/.test(text) ? Buffer.from(text.slice(2), "hex").toString("base64") : text,
  );

/** Only those columns that the old row has. */
export const asIn = (old: Row, row: Row | undefined): Row =>
  Object.fromEntries(Object.keys(old).map((column) => [column, row?.[column]]));

/** An encrypted body of a draft or a dialogue, opened. */
export async function openBody(world: World, row: Row): Promise<unknown> {
  const encryption = makeEncryption(await readDataKey(undefined, world.dataDir));
  return encryption.open(Buffer.from(String(row.body), "base64"));
}

/** Tables whose rows mean the same in every later version: each old row stands there with its old values. */
export const LASTING = {
  application: "id",
  recommendation_list: "district",
  expected_districts: "campaign_id",
  group_binding: "audience",
  ruling_answer: "ruling",
  broadcast: "id",
  personal_value: "id",
  stored_file: "hash",
  draft: "id",
  dialogue: "place",
  journal_seal: "number",
};

/** Cards of the stage that is over counted its days to the last; now they say that it has ended. */
export const countedDays = ({ kind, subject }: Row): boolean =>
  String(kind).startsWith("stage.") && String(subject).startsWith("mobilization");
/** The organizers' cards awaited lists only of the districts that were proposed. */
export const isDesk = ({ kind, state }: Row): boolean => kind === "desk.organizer" && state === "live";
/** No longer so either: the preview of what is not sent yet says in words of now who gets it. */
export const wasUntrue = (card: Row): boolean => countedDays(card) || isDesk(card) || card.kind === "broadcast.message";
