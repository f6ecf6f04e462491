import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { databaseOf } from "../journeys/database.ts";
import { OFFICIALS } from "../journeys/stage-cards.ts";
import { startWorld, type World } from "../journeys/world.ts";
import { takenBy } from "./faults/resources.ts";

/** `npm run simulate -- weeks --count 24`. */
const WEEKS = Number(process.env.WEEKS ?? 3);
const SAID = ["待办", "进度", "依据 1-1", "帮助"];
const START = Date.parse("2023-08-10T09:00:00+08:00");
const WEEK_MS = 7 * 24 * 3_600_000;

interface Week {
  memory: number;
  handles: number;
  /** Rows that do not come from messages and their answers. */
  rows: number;
  messages: number;
  files: number;
  sizeMB: number;
}

let world: World;
beforeAll(async () => {
  world = await startWorld();
}, 600_000);
afterAll(() => world.end());

async function lookAt(): Promise<Week> {
  const database = await databaseOf(world);
  const tables = await database.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public'",
    [],
  );
  let [rows, messages] = [0, 0];
  for (const { name } of tables) {
    const [found] = await database.query<{ count: number }>(`select count(*)::int as count from "${name}"`, []);
    if (["inbox_event", "outbox_item"].includes(name)) messages += found?.count ?? 0;
    else rows += found?.count ?? 0;
  }
  const [size] = await database.query<{ mb: number }>(
    "select (pg_database_size(current_database()) / 1048576)::int as mb",
    [],
  );
  await database.close();
  const folder = join(world.dataDir, "files");
  // Made with the first file.
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  const { memory, handles } = takenBy(world.pids.get("bot"));
  return { memory, handles, rows, messages, files: files.filter((one) => one.isFile()).length, sizeMB: size?.mb ?? 0 };
}

test(`${WEEKS} weeks: memory, handles, tables and files stay with what the campaign holds`, async () => {
  const weeks: Week[] = [];
  for (let week = 0; week < WEEKS; week++) {
    await world.advanceTo(new Date(START + week * WEEK_MS).toISOString());
    for (const userId of OFFICIALS) for (const text of SAID) await world.as(userId).says(text);
    await world.idle();
    weeks.push(await lookAt());
    console.log(`week ${week + 1}: ${JSON.stringify(weeks.at(-1))}`);
  }
  const [last, before] = [weeks.at(-1), weeks[Math.floor(WEEKS / 2)]];
  if (!last || !before) throw new Error("no week");
  expect(last.handles).toBeLessThanOrEqual(before.handles + 10);
  expect(last.memory).toBeLessThanOrEqual(before.memory * 1.25);
  // What is said is answered; beside that a week adds moments, cards and journal entries of the calendar alone.
  const perWeek = weeks.slice(1).map(({ messages }, at) => messages - (weeks[at]?.messages ?? 0));
  expect(Math.max(...perWeek.slice(-2))).toBeLessThanOrEqual(Math.max(...perWeek));
  expect(last.files).toBeLessThanOrEqual(before.files + WEEKS * OFFICIALS.length);
}, 3_600_000);
