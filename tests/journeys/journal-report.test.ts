import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recorded } from "../../src/platform/journal/record.ts";
import { reportJournal } from "../../src/platform/journal/report.ts";
import { sealJournal } from "../../src/platform/journal/seal.ts";
import { type Database, openDatabase } from "../../src/platform/storage/database.ts";
import { startEmbeddedServer } from "../../src/platform/storage/embedded/embedded-server.ts";
import { applyMigrations } from "../../src/platform/storage/migrations.ts";

const CAMPAIGN = "shaoxing-2023";
const AT = new Date("2023-08-10T08:30:00+08:00");

let database: Database;
const cleanUp: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "jiayuan-journal-"));
  cleanUp.push(() => rm(folder, { recursive: true, force: true }));
  const server = await startEmbeddedServer(folder);
  cleanUp.push(server.stop);
  await applyMigrations(server.url);
  database = await openDatabase(server.url);
  cleanUp.push(database.close);
  for (const audience of ["campaign", "city", "district"]) await bindGroup(audience);
  await sealJournal(database);
});
afterAll(async () => {
  for (const step of cleanUp.reverse()) await step();
});

function bindGroup(audience: string): Promise<unknown> {
  const rows = [{ table: "group_binding" as const, key: { campaign_id: CAMPAIGN, audience } }];
  const act = { campaignId: CAMPAIGN, at: AT, actor: "maxiaohan", action: "group.bound", rows };
  const data = { campaignId: CAMPAIGN, audience, groupId: `group-${audience}`, title: "", boundBy: "maxiaohan" };
  return database.inTransaction((tx) =>
    recorded(tx, act, () => tx.groupBinding.create({ data: { ...data, boundAt: AT } })),
  );
}

/** What only the owner of the database can do: past the rules that keep the journal append-only. */
async function tamper(statement: string): Promise<void> {
  await database.query("alter table journal_entry disable rule journal_entry_no_update", []);
  await database.query(statement, []);
  await database.query("alter table journal_entry enable rule journal_entry_no_update", []);
}

test("the database itself refuses to change an entry", async () => {
  await expect(database.query("update journal_entry set actor = 'somebody'", [])).rejects.toThrow(
    "the journal is append-only",
  );
});

test("an untouched journal holds, and replays to the database's own tables", async () => {
  expect(await reportJournal(database)).toEqual({
    lines: ["操作留痕 3 条已封存，0 条待封存，链条完整。", "按操作留痕重放，结果与数据库一致。"],
    sound: true,
  });
});

test("a row changed beside the journal is found by replay, with its table named", async () => {
  await database.query("update group_binding set title = '别的群' where audience = 'city'", []);

  const report = await reportJournal(database);

  expect(report).toEqual({
    lines: [
      "操作留痕 3 条已封存，0 条待封存，链条完整。",
      "按操作留痕重放，结果与数据库不一致，有差异的表：group_binding。",
    ],
    sound: false,
  });
  await database.query("update group_binding set title = '' where audience = 'city'", []);
});

test("an entry changed after the fact breaks the chain at its seal", async () => {
  await tamper("update journal_entry set reason = '补记' where id = 2");

  const report = await reportJournal(database);

  expect(report).toEqual({
    lines: [
      "操作留痕的链条在第 2 条封存处断开（记录编号 2）：记录或封存被改动。此前 1 条完整。",
      "按操作留痕重放，结果与数据库一致。",
    ],
    sound: false,
  });
});
