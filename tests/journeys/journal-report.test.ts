import { appendFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { journalSchema } from "../../src/campaign/features.ts";
import { makeBackup } from "../../src/platform/backup/make-backup.ts";
import { backupPhrases } from "../../src/platform/backup/phrases.ts";
import { restoreBackup } from "../../src/platform/backup/restore-backup.ts";
import { journalPhrases } from "../../src/platform/journal/phrases.ts";
import { reportJournal } from "../../src/platform/journal/report.ts";
import { sealJournal } from "../../src/platform/journal/seal.ts";
import { verifyJournal } from "../../src/platform/journal/verify.ts";
import { type Database, openDatabase } from "../../src/platform/storage/database.ts";
import { startEmbeddedServer } from "../../src/platform/storage/embedded/embedded-server.ts";
import { databaseOf } from "./database.ts";
import { story } from "./story.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

// Writes the product's tables: that somebody did so beside the journal is what these are about.
const step = story();
let world: World;
let database: Database;
let sealed: number;

beforeAll(async () => {
  world = await worldAt("8月10日");
  database = await databaseOf(world);
  await sealJournal(database);
  const [entries] = await database.query<{ count: number }>("select count(*)::int as count from journal_entry", []);
  sealed = entries?.count ?? 0;
});
afterAll(async () => {
  await database.close();
  await world.end();
});

/** What only the owner of the database can do: past the rules that keep the journal append-only. */
async function tamper(statement: string): Promise<void> {
  await database.query("alter table journal_entry disable rule journal_entry_no_update", []);
  await database.query(statement, []);
  await database.query("alter table journal_entry enable rule journal_entry_no_update", []);
}

step("the database itself refuses to change an entry", async () => {
  await expect(database.query("update journal_entry set actor = 'somebody'", [])).rejects.toThrow(
    "the journal is append-only",
  );
});

step("nor is it emptied, unless the database is a demo's", async () => {
  await database.query("update database_mark set value = 'was', key = 'demo-was' where key = 'demo'", []);

  await expect(database.query("truncate journal_entry cascade", [])).rejects.toThrow("the journal is append-only");

  await database.query("update database_mark set value = 'yes', key = 'demo' where key = 'demo-was'", []);
});

step("an untouched journal holds, and replays to the database's own tables", async () => {
  expect(sealed).toBeGreaterThan(2);
  expect(await reportJournal(database, journalSchema())).toEqual({
    lines: [`操作留痕 ${sealed} 条已封存，0 条待封存，链条完整。`, journalPhrases.replayEqual()],
    sound: true,
  });
});

step("an entry whose transaction ends after later ones were sealed is sealed after them", async () => {
  const append = (action: string) => `insert into journal_entry (campaign_id, at, recorded_at, actor, action, changes)
    select campaign_id, at, recorded_at, actor, '${action}', '[]' from journal_entry where id = 1`;
  await database.inTransaction(async (slow) => {
    await slow.$executeRawUnsafe(append("test.slow"));
    await database.query(append("test.quick"), []);
    expect(await sealJournal(database)).toBe(1);
  });
  expect(await sealJournal(database)).toBe(1);
  sealed += 2;

  expect(
    await database.query(
      "select action from journal_seal join journal_entry on id = entry_id order by number desc limit 2",
      [],
    ),
  ).toEqual([{ action: "test.slow" }, { action: "test.quick" }]);
  expect(await verifyJournal(database)).toEqual({ sealed, unsealed: 0 });
});

step("a backup made beside the running bot is whole, and restores to the same journal", async () => {
  const folder = await mkdtemp(join(tmpdir(), "jiayuan-backup-"));
  const order = { dataKey: undefined, campaigns: ["campaigns/shaoxing-2023"], into: folder, keep: 1, now: new Date() };
  const { folder: backup } = await makeBackup({ dataDir: world.dataDir, ...order });
  const dataDir = join(folder, "restored");
  const restore = { backup, dataDir, dataKey: undefined, keyFile: join(world.dataDir, "data.key") };

  expect(await restoreBackup(restore)).toEqual(order.now);
  const server = await startEmbeddedServer(dataDir);
  const copy = await openDatabase(server.url);
  expect(await reportJournal(copy, journalSchema())).toEqual({
    lines: [`操作留痕 ${sealed} 条已封存，0 条待封存，链条完整。`, journalPhrases.replayEqual()],
    sound: true,
  });
  await copy.close();
  await server.stop();

  await expect(restoreBackup(restore)).rejects.toThrow(backupPhrases.notEmpty(dataDir));
  await appendFile(join(backup, "postgres/PG_VERSION"), "0");
  await rm(dataDir, { recursive: true });
  await expect(restoreBackup(restore)).rejects.toThrow(backupPhrases.notAsMade(["已改动 postgres/PG_VERSION"]));
  await rm(folder, { recursive: true });
});

step("a row changed beside the journal is found by replay, with its table named", async () => {
  const title = "美好家园市级工作群";
  await database.query("update group_binding set title = '别的群' where audience = 'city'", []);

  const report = await reportJournal(database, journalSchema());

  expect(report).toEqual({
    lines: [
      `操作留痕 ${sealed} 条已封存，0 条待封存，链条完整。`,
      "按操作留痕重放，结果与数据库不一致，有差异的表：group_binding。",
    ],
    sound: false,
  });
  await database.query(`update group_binding set title = '${title}' where audience = 'city'`, []);
});

step("an entry changed after the fact breaks the chain at its seal", async () => {
  await tamper("update journal_entry set reason = '补记' where id = 2");

  const report = await reportJournal(database, journalSchema());

  expect(report).toEqual({
    lines: [
      "操作留痕的链条在第 2 条封存处断开（记录编号 2）：记录或封存被改动。此前 1 条完整。",
      journalPhrases.replayEqual(),
    ],
    sound: false,
  });
});
