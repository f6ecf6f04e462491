import { afterAll, beforeAll, expect } from "vitest";
import { journalPhrases } from "../../src/platform/journal/phrases.ts";
import { journalSchema } from "../../src/campaign/features.ts";
import { reportJournal } from "../../src/platform/journal/report.ts";
import { sealJournal } from "../../src/platform/journal/seal.ts";
import type { Database } from "../../src/platform/storage/database.ts";
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

step("an untouched journal holds, and replays to the database's own tables", async () => {
  expect(sealed).toBeGreaterThan(2);
  expect(await reportJournal(database, journalSchema())).toEqual({
    lines: [`操作留痕 ${sealed} 条已封存，0 条待封存，链条完整。`, journalPhrases.replayEqual()],
    sound: true,
  });
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
