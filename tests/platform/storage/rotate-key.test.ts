import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { makeBackup } from "../../../src/platform/backup/make-backup.ts";
import { makePersonalValues, type PersonalRef } from "../../../src/platform/journal/personal-value.ts";
import { openDatabase } from "../../../src/platform/storage/database.ts";
import { startEmbeddedServer } from "../../../src/platform/storage/embedded/embedded-server.ts";
import { makeEncryption, readDataKey } from "../../../src/platform/storage/encryption.ts";
import { applyMigrations } from "../../../src/platform/storage/migrations.ts";
import { storagePhrases } from "../../../src/platform/storage/phrases.ts";
import { rotateKey, SEALED_COLUMNS } from "../../../src/platform/storage/rotate-key.ts";
import { openStorage, type Storage } from "../../../src/platform/storage/storage.ts";
import { silentLog } from "../../../src/shared/log.ts";

const SCRIPT = join(import.meta.dirname, "../../../scripts/rotate-key.ts");
const PHONE = "13870010001";
const AT = new Date("2023-09-01T00:00:00Z");
const [OTHER, THIRD] = [Buffer.alloc(32, 7), Buffer.alloc(32, 9)];

let dataDir: string;
/** Keeps the server running between the tests. */
let stop: () => Promise<void>;
let url: string;
let ref: PersonalRef;
let file: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "jiayuan-key-"));
  const server = await startEmbeddedServer(dataDir);
  [url, stop] = [server.url, server.stop];
  await applyMigrations(url);
});
afterAll(async () => {
  await stop();
  await rm(dataDir, { recursive: true, force: true });
});

const opened = (dataKey?: string): Promise<Storage> =>
  openStorage({ databaseUrl: url, dataDir, dataKey, log: silentLog, demo: false });

/** One of each kind, under the key that the folder has. */
beforeEach(async () => {
  await rm(join(dataDir, "data.key"), { force: true });
  const old = await openDatabase(url);
  const tables = [...SEALED_COLUMNS.map(({ table }) => table), "database_mark"];
  for (const table of new Set(tables)) await old.query(`delete from ${table}`, []);
  await old.close();
  const { database, encryption, files, close } = await opened();
  const body = encryption.seal({ said: PHONE });
  await database.inTransaction(async (tx) => {
    ref = await makePersonalValues(encryption).store(tx, "campaign", PHONE);
    const event = { kind: "message", lane: "x", body, fetched: body, receivedAt: AT };
    await tx.inboxEvent.createMany({ data: [1, 2, 3].map((n) => ({ ...event, dedupeKey: String(n) })) });
    await tx.inboxEvent.create({ data: { ...event, dedupeKey: "purged", body: null, fetched: null } });
    await tx.outboxItem.create({ data: { chat: "direct:x", kind: "view", body, createdAt: AT } });
    await tx.dialogue.create({ data: { place: "direct:x", kind: "form", body, updatedAt: AT } });
  });
  file = await files.put(Buffer.from(PHONE));
  await close();
});

const keyOf = () => readDataKey(undefined, dataDir);
const rotation = async (to: Buffer) => ({ from: await keyOf(), to, filesFolder: join(dataDir, "files") });

async function run(...given: string[]): Promise<string> {
  const child = spawn(process.execPath, [SCRIPT, ...given], {
    env: { PATH: process.env.PATH, DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [said, wrong] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return said + wrong;
}

test("every column of bytes is one that is encrypted anew", async () => {
  const database = await openDatabase(url);
  const columns = await database.query<{ table: string; column: string }>(
    `select table_name as "table", column_name as "column" from information_schema.columns
     where table_schema = 'public' and data_type = 'bytea' order by table_name, column_name`,
    [],
  );
  await database.close();

  expect(columns).toEqual(SEALED_COLUMNS.map(({ table, column }) => ({ table, column })));
});

test("afterwards everything opens with the new key and nothing with the old one, which is kept", async () => {
  const old = makeEncryption(await keyOf());

  expect(await run()).toBe(
    `${storagePhrases.rotated({ values: 9, files: 1, unreadable: 0 })}\n${storagePhrases.oldKeyKept(join(dataDir, "data.key.old"))}\n`,
  );

  const { database, encryption, files, close } = await opened();
  expect((await files.get(file)).toString()).toBe(PHONE);
  const values = await database.inTransaction((tx) => makePersonalValues(encryption).read(tx, [ref]));
  expect(values.get(ref.personal)).toBe(PHONE);
  for (const { table, column } of SEALED_COLUMNS)
    for (const { sealed } of await database.query<{ sealed: Buffer }>(
      `select ${column} as sealed from ${table} where ${column} is not null`,
      [],
    )) {
      expect(JSON.stringify(encryption.open(sealed))).toContain(PHONE);
      expect(() => old.open(sealed)).toThrow();
    }
  await close();
  const kept = await readFile(join(dataDir, "data.key.old"), "utf8");
  await expect(opened(kept.trim())).rejects.toThrow(storagePhrases.otherDataKey());
});

test("ended half way it goes on where it was; until then no bot starts, and no third key is taken", async () => {
  const [blocker, looker] = [new pg.Client({ connectionString: url }), new pg.Client({ connectionString: url })];
  await Promise.all([blocker.connect(), looker.connect()]);
  await blocker.query("begin");
  await blocker.query("select * from outbox_item for update");
  const first = await openDatabase(url);
  const broken = rotateKey(first, await rotation(OTHER)).catch((error: unknown) => error);
  const waits = "select pid from pg_stat_activity where application_name = $1 and wait_event_type = 'Lock'";
  await expect.poll(async () => (await looker.query(waits, [first.session])).rowCount).toBe(1);
  await looker.query(`select pg_terminate_backend(pid) from (${waits}) waiting`, [first.session]);
  expect(await broken).toBeInstanceOf(Error);
  await first.close();
  await blocker.query("rollback");
  await Promise.all([blocker.end(), looker.end()]);

  await expect(opened()).rejects.toThrow(storagePhrases.rotationUnderWay());
  await expect(opened(OTHER.toString("hex"))).rejects.toThrow(storagePhrases.rotationUnderWay());
  const again = await openDatabase(url);
  await expect(rotateKey(again, await rotation(THIRD))).rejects.toThrow(storagePhrases.otherNewKey());
  // Dialogue and inbox were done.
  expect(await rotateKey(again, await rotation(OTHER))).toEqual({ values: 2, files: 1, unreadable: 0 });
  expect(await rotateKey(again, await rotation(OTHER))).toEqual({ values: 0, files: 0, unreadable: 0 });
  await again.close();
  await (await opened(OTHER.toString("hex"))).close();
});

test("while a bot runs nothing is changed", async () => {
  const bot = await opened();

  const said = await run();

  await bot.close();
  expect(said).toBe(`${storagePhrases.botsRun()}\n`);
  await (await opened()).close();
});

test("a value that the old key does not open is left, and counted", async () => {
  const database = await openDatabase(url);
  await database.query("update outbox_item set body = '\\x00'", []);

  expect(await rotateKey(database, await rotation(OTHER))).toEqual({ values: 8, files: 1, unreadable: 1 });

  await database.close();
});

test("a backup made afterwards holds the files as they are now, not as in the one of before", async () => {
  const order = { dataDir, dataKey: undefined, campaigns: [], into: join(dataDir, "backups"), keep: 3 };
  const stored = join("files", file.slice(0, 2), file);
  await makeBackup({ ...order, now: new Date("2023-09-01T02:30:00Z") });
  await run();

  const { folder } = await makeBackup({ ...order, now: new Date("2023-09-02T02:30:00Z") });

  expect(await readFile(join(folder, stored))).toEqual(await readFile(join(dataDir, stored)));
}, 180_000);
