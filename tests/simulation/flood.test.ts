import { afterAll, beforeAll, expect, test } from "vitest";
import { MOST_WAITING } from "../../src/platform/chat/inbox/flood-meter.ts";
import { chatPhrases } from "../../src/platform/chat/phrases.ts";
import { databaseOf } from "../journeys/database.ts";
import type { World } from "../journeys/world.ts";
import { worldAt } from "../journeys/world-at.ts";

const FLOOD = 400;
const OTHERS = ["yuecheng-1", "shangyu-1", "zhuji-1", "shengzhou-1", "xinchang-1"];
const ROUNDS = 20;
const THINKS_MS = 700;

let world: World;
beforeAll(async () => {
  world = await worldAt("8月10日");
});
afterAll(() => world.end());

test("while one person sends four hundred messages, the others are answered within a second, and the person is told once", async () => {
  const say = (userId: string, text: string) => world.call(`/users/${userId}/say`, { text });
  let isFlooding = true;
  const flood = Promise.all(Array.from({ length: FLOOD }, (_, at) => say("keqiao-1", `第${at}句`))).finally(() => {
    isFlooding = false;
  });
  const took: number[] = [];
  const database = await databaseOf(world);
  const others = OTHERS.map(async (userId) => {
    for (let round = 0; round < ROUNDS; round++) {
      const before = (await world.as(userId).messages()).length;
      const begun = performance.now();
      await say(userId, "依据");
      while ((await world.as(userId).messages()).length < before + 2) await new Promise((done) => setTimeout(done, 5));
      took.push(performance.now() - begun);
      // As people do: five at once without a pause would wait for the platform's limit alone.
      await new Promise((done) => setTimeout(done, THINKS_MS));
    }
  });
  await Promise.all(others);
  await flood;
  await world.idle();

  took.sort((one, other) => one - other);
  const p99 = took[Math.ceil(took.length * 0.99) - 1] ?? Number.NaN;
  console.log(`others: p50 ${Math.round(took[took.length >> 1] ?? 0)} ms, p99 ${Math.round(p99)} ms of ${took.length}`);
  const states = await database.query<{ state: string; count: number }>(
    "select state, count(*)::int as count from inbox_event where lane = 'keqiao-1' group by state order by state",
    [],
  );
  await database.close();
  const told = (await world.as("keqiao-1").messages()).filter(({ text }) =>
    text?.includes(chatPhrases.tooMany(MOST_WAITING)),
  );
  expect(isFlooding).toBe(false);
  expect(told).toHaveLength(1);
  expect(states.map(({ state }) => state)).toEqual(["done", "refused"]);
  expect(states[0]?.count).toBeGreaterThanOrEqual(MOST_WAITING);
  expect(p99).toBeLessThan(1_000);
}, 300_000);
