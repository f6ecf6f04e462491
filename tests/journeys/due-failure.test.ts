import { afterAll, beforeAll, expect } from "vitest";
import { schedulePhrases } from "../../src/campaign/engine/schedule/phrases.ts";
import { readLog } from "./campaign-state.ts";
import { connect } from "./database.ts";
import { readAll } from "./reading.ts";
import { everyCard } from "./stage-cards.ts";
import { story } from "./story.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

/** Seconds until the next try, after the first failure, the second, … */
const PAUSES_S = [5, 30, 120, 600];
const STAGE_THREE = "【第三阶段】核查推荐";
const TOLD = "定时事项「核查推荐开始」连续未能办理";

/**
 * With stage three the organizer gets a card for the city's work, one generation after the last. This row says that the
 * last possible generation has been there, so that the opening of the stage throws as a whole.
 */
const LAST_GENERATION = `
  insert into card (id, campaign_id, kind, subject, chat, generation, state, created_at)
  values ('last-generation', 'shaoxing-2023', 'desk.organizer', 'desk', 'direct:maxiaohan', 2147483647, 'retired', now())`;

const step = story();
let world: World;

beforeAll(async () => {
  world = await worldAt("9月13日");
});
afterAll(() => world.end());

async function query<Row>(statement: string): Promise<Row[]> {
  const database = await connect(world);
  const rows = await database.query<Row>(statement);
  await database.close();
  return rows;
}

interface Retry {
  kind: string;
  key: string;
  failures: number;
  /** Seconds from now on. */
  pause: number;
}

/** The morning's card, which has the same generations, fails as well. */
const retries = (): Promise<Retry[]> =>
  query(`select kind, key, failures, extract(epoch from not_before - now())::float as pause from due_retry
    where kind <> 'desk.morning'`);

/** Lets the pause be over, as machine time would, and campaign time go on a little. */
async function triesAgain(): Promise<void> {
  await query("update due_retry set not_before = now()");
  const now = new Date(await world.emulator.clock.now());
  await world.advanceTo(new Date(now.getTime() + 60_000).toISOString());
}

const openings = (fired: readonly { kind: string; dueAt: string }[]) =>
  fired.filter(({ kind }) => kind === "stage.opening").map(({ dueAt }) => dueAt);
const told = async (userId: string) =>
  readAll(await world.as(userId).messages()).filter(
    (text) => text.includes("定时事项") && !text.includes("「卡片更新」"),
  );
const opened = async () =>
  Object.values(await everyCard(world)).map((titles) => titles.filter((title) => title === STAGE_THREE).length);

step("a due moment that throws leaves nothing behind, and those after it go on", async () => {
  await query(LAST_GENERATION);

  const fired = await world.advanceTo("2023-09-25T09:00:00+08:00");

  expect(openings(fired)).toEqual([]);
  expect(new Set(await opened())).toEqual(new Set([0]));
  expect(fired.filter(({ kind }) => kind === "progress.weekly").map(({ dueAt }) => dueAt)).toEqual([
    "2023-09-18T09:00:00+08:00",
    "2023-09-25T09:00:00+08:00",
  ]);
  expect(await retries()).toEqual([expect.objectContaining({ kind: "stage.opening", key: "verification" })]);
});

step("it is tried again after pauses that grow, and each failure is logged", async () => {
  const found = new Map<number, number>();
  for (let tried = 0; tried < PAUSES_S.length; tried++) {
    for (const { failures, pause } of await retries()) found.set(failures, pause);
    await triesAgain();
  }

  const known = [...found].filter(([failures]) => failures <= PAUSES_S.length);
  expect(known.length).toBeGreaterThanOrEqual(3);
  for (const [failures, pause] of known) {
    expect(pause).toBeLessThanOrEqual(PAUSES_S[failures - 1] ?? 0);
    expect(pause).toBeGreaterThan(PAUSES_S[failures - 2] ?? -1);
  }
  const logged = (await readLog(world))
    .split("\n")
    .filter((line) => line.includes("due moment failed") && !line.includes("desk.morning"));
  const [{ failures } = { failures: 0 }] = await retries();
  expect(logged.map((line) => JSON.parse(line).failures)).toEqual(Array.from({ length: failures }, (_, at) => at + 1));
  expect(logged[0]).toContain('"key":"verification"');
});

step("the administrators are told once, by the name the moment has for people; nobody else is", async () => {
  const [message = "", ...others] = await told("administrator");

  expect(message).toContain(TOLD);
  expect(message.split("\n")[0]).toBe(`### ${schedulePhrases.failing("").title}`);
  expect(others).toEqual([]);
  for (const userId of ["maxiaohan", "keqiao-1"]) expect(await told(userId)).toEqual([]);
});

step("with the cause gone it is done at the next try, once", async () => {
  await query("delete from card where id = 'last-generation'");

  await triesAgain();

  expect(await query("select outcome from due_moment where kind = 'stage.opening' and key = 'verification'")).toEqual([
    { outcome: "done" },
  ]);
  expect(new Set(await opened())).toEqual(new Set([1]));
  expect(await told("administrator")).toHaveLength(1);
  expect(openings(await world.advanceTo("2023-09-26T09:00:00+08:00"))).toEqual([]);
  const database = await connect(world);
  const { replayed, actual, verified } = await database.replay();
  await database.close();
  expect(replayed).toEqual(actual);
  expect(verified.broken).toBeUndefined();
});
