import { access } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { compounds } from "../../demo/compounds.ts";
import { photoOf } from "../platform/documents/support/photo.ts";
import { connect } from "./database.ts";
import { readAll } from "./reading.ts";
import { story } from "./story.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const OFFICER = "keqiao-1";
const [NAME = ""] = compounds.filter(({ district }) => district === "keqiao").map(({ name }) => name);

const step = story();
let world: World;

beforeAll(async () => {
  world = await worldAt("9月28日");
});
afterAll(() => world.end());

const photo = async (seed: number) => ({ name: `${seed}.jpg`, content: await photoOf({ seed }) });

/** Kinds of what somebody is brought by their words. */
async function broughtBy(person: string, words: string): Promise<string[]> {
  const before = (await world.as(person).messages()).length;
  await world.as(person).says(words);
  return (await world.as(person).messages()).slice(before).flatMap(({ kind, file }) => (file ? [kind] : []));
}

step("once its list is reported, organizer, approver and auditor see a case's proof; nobody else does", async () => {
  await world.as(OFFICER).drops([await photo(1), await photo(2)], { text: `${NAME} 3-5 东门` });
  await world.advanceTo("2023-09-28T09:05:00+08:00");

  const seen = [];
  for (const person of ["maxiaohan", "approver", "auditor", OFFICER, "yuecheng-1", "team-1", "outsider"]) {
    const brought = [];
    for (const words of [`材料 ${NAME} 3-5`, `原件 ${NAME} 3-5 2`, `材料包 ${NAME}`]) {
      brought.push(...(await broughtBy(person, words)));
    }
    seen.push([person, brought.join()]);
  }

  const all = "image,image,file";
  expect(seen).toEqual([
    ["maxiaohan", all],
    ["approver", all],
    ["auditor", all],
    [OFFICER, all],
    ["yuecheng-1", ""],
    ["team-1", ""],
    ["outsider", ""],
  ]);
});

step("含个人信息 is set by anyone who sees a file, and by nobody else", async () => {
  const said = readAll(await world.as("maxiaohan").says(`含个人信息 ${NAME} 3-5 2`)).join();
  await world.as("yuecheng-1").says(`含个人信息 ${NAME} 3-5 1`);

  const database = await connect(world);
  const marks = await database.query<{ ordinal: number; personal: boolean }>(
    "select ordinal, personal from attachment where place = 'row:3-5' order by ordinal",
  );
  const entries = await database.query<{ actor: string }>(
    "select actor from journal_entry where action = 'evidence.personal'",
  );
  await database.close();
  expect(said).toContain(`“${NAME}”3-5 环境卫生第2份已标注“含个人信息”，只在单聊中提供。`);
  expect(marks.map(({ personal }) => personal)).toEqual([false, true]);
  expect(entries).toEqual([{ actor: "maxiaohan" }]);
});

step("what was asked for before the bot was killed comes once", async () => {
  const before = (await world.as("auditor").messages()).length;
  for (const text of [`材料包 ${NAME}`, `材料 ${NAME} 3-5`]) await world.call("/users/auditor/say", { text });
  const database = await connect(world);
  const taken = "select count(*)::int as count from evidence_order where attempts > 0 and state = 'new'";
  const made = "select count(*)::int as count from evidence_order where person = 'auditor' and state = 'new'";
  const count = async (query: string) => (await database.query<{ count: number }>(query))[0]?.count ?? 0;
  while ((await count(made)) === 0 && (await count(taken)) === 0);
  const ready = world.nextReady("bot");
  process.kill(world.pids.get("bot") ?? 0, "SIGKILL");
  await ready;
  await world.idle();

  const brought = (await world.as("auditor").messages())
    .slice(before)
    .flatMap(({ kind, file }) => (file ? [kind] : []));
  expect(brought.toSorted()).toEqual(["file", "image"]);
  const left = await database.query("select 1 from evidence_order where state <> 'sent'");
  await database.close();
  expect(left).toEqual([]);
});

step("what was made is erased 24 hours after it was sent, and the photos stay", async () => {
  const database = await connect(world);
  const orders = await database.query<{ id: string; made: string[] }>(
    "select id::text, made from evidence_order where person = 'maxiaohan' order by id",
  );
  const isThere = (hash: string) =>
    access(join(world.dataDir, "files", hash.slice(0, 2), hash)).then(
      () => true,
      () => false,
    );
  const aged = async (hours: number) => {
    await database.query(
      `update evidence_order set sent_at = now() - make_interval(hours => ${hours}, mins => 1) where person = 'maxiaohan'`,
    );
    await world.advanceTo(`2023-09-28T09:${hours}:00+08:00`);
  };
  // The sheet is drawn as of its minute: others asked in the same one.
  const [pack = ""] = orders.at(-1)?.made ?? [];
  await database.query("update evidence_order set made = null where person <> 'maxiaohan'");
  await aged(23);
  expect(await isThere(pack)).toBe(true);
  await aged(24);

  expect(await isThere(pack)).toBe(false);
  expect(await database.query("select 1 from evidence_order where made is not null")).toEqual([]);
  const kept = await database.query<{ hash: string }>(
    "select kept_hash as hash from attachment where place = 'row:3-5'",
  );
  await database.close();
  expect(await Promise.all(kept.map(({ hash }) => isThere(hash)))).toEqual([true, true]);
});
