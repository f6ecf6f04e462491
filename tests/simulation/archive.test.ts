import { randomBytes, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { makeEncryption, readDataKey } from "../../src/platform/storage/encryption.ts";
import { makeFolderStore } from "../../src/platform/storage/files.ts";
import { check } from "../journeys/archive-checks.ts";
import { databaseOf } from "../journeys/database.ts";
import { story } from "../journeys/story.ts";
import type { World } from "../journeys/world.ts";
import { worldAt } from "../journeys/world-at.ts";

const APPLICATIONS = 100;
const PHOTOS = 2_500;
/** In bytes, of a photo. */
const PHOTO = 300_000;
/** In kB: what the bot may take more while it writes some 1.5 GB. */
const MOST_MORE = 150_000;
const ROWS = ["1-1", "1-2", "2-1", "2-3", "3-1", "3-2", "3-4", "3-5", "3-6", "4-1"];

const step = story();
let world: World;

beforeAll(async () => {
  world = await worldAt("10月21日");
});
afterAll(() => world.discard());

/** Rows of the database and files of the store, as many as a large city has; by their own way they would take days. */
async function fill(of: World): Promise<void> {
  const { dataDir } = of;
  const database = await databaseOf(of);
  const files = makeFolderStore(join(dataDir, "files"), makeEncryption(await readDataKey(undefined, dataDir)));
  const cases = await database.query<{ id: string }>("select id from application order by id", []);
  const ids = cases.map(({ id }) => id);
  for (let at = ids.length; at < APPLICATIONS; at += 1) {
    const [from, id] = [cases[at % cases.length]?.id, randomUUID()];
    ids.push(id);
    for (const [table, key] of [
      ["application", "id"],
      ["application_revision", "case_id"],
      ["score_sheet", "case_id"],
      ["score", "case_id"],
    ]) {
      await database.query(
        `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object('${key}', $2::text))).*
         from ${table} t where ${key} = $1`,
        [from, id],
      );
    }
  }
  for (let at = 0; at < PHOTOS; at += 1) {
    const hash = await files.put(randomBytes(PHOTO));
    await database.query(
      `insert into attachment (id, campaign_id, case_id, district, place, ordinal, received_hash, kept_hash, type, size,
         taken_on, personal, state, added_at, added_by)
       values ($1, 'shaoxing-2023', $2, null, $3, $4, $5, $5, 'jpeg', $6, '2023-09-01', false, 'filed', now(), 'keqiao-1')`,
      [
        randomUUID(),
        ids[at % APPLICATIONS],
        `row:${ROWS[Math.floor(at / APPLICATIONS) % ROWS.length]}`,
        1 + at,
        hash,
        PHOTO,
      ],
    );
  }
  await database.close();
}

/** In kB, of the bot's process. */
async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]);
}

step(
  "a hundred applications with 2,500 photos are archived with little memory, and both editions are intact",
  async () => {
    await fill(world);
    const pid = world.pids.get("bot") ?? 0;
    await world.as("maxiaohan").says("结束活动");
    await world.as("maxiaohan").says("确认结束活动");
    await world.as("maxiaohan").says("提请归档 永久");
    const before = await memoryOf(pid);
    let most = before;
    let isDone = false;
    const watching = (async () => {
      while (!isDone) {
        most = Math.max(most, await memoryOf(pid));
        await new Promise((later) => setTimeout(later, 500));
      }
    })();

    // The bot is not idle before it is made: whoever asks is patient.
    await world
      .as("approver")
      .says("同意归档")
      .catch(() => undefined);
    const folder = join(world.dataDir, "archives");
    const whole = async () => (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".zip"));
    while ((await whole()).length < 2) await new Promise((later) => setTimeout(later, 1_000));
    isDone = true;
    await watching;
    console.log(`memory in kB: before ${before}, at most ${most}`);

    expect(most - before).toBeLessThan(MOST_MORE);
    for (const name of await whole()) {
      const { intact, findings, manifest } = await check(join(folder, name));
      expect({ intact, findings }).toEqual({ intact: true, findings: [] });
      expect(manifest.entries.filter(({ path }) => path.endsWith(".jpg"))).toHaveLength(PHOTOS);
    }
  },
);
