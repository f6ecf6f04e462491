import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Limiter, makeLimiter } from "../../src/platform/dingtalk/limiter.ts";
import { makeUsage } from "../../src/platform/dingtalk/usage.ts";
import { type Database, openDatabase } from "../../src/platform/storage/database.ts";
import { manualClock } from "../../src/shared/clock.ts";
import { silentLog } from "../../src/shared/log.ts";
import { type EmptyDatabase, emptyDatabase } from "../shared/empty-database.ts";

/** As two processes see it: each with connections of its own. */
let one: Database;
let other: Database;

let empty: EmptyDatabase;
beforeAll(async () => {
  empty = await emptyDatabase();
  one = empty.database;
  other = await openDatabase(empty.url);
});
afterAll(async () => {
  await other.close();
  await empty.end();
});

const times = <Thing>(count: number, make: () => Thing): Thing[] => Array.from({ length: count }, make);

/** Most departures inside any second, from its first departure on. */
function densest(departures: readonly number[]): number {
  const sorted = departures.toSorted((a, b) => a - b);
  return Math.max(...sorted.map((start) => sorted.filter((at) => at >= start && at < start + 1000).length));
}

/** When each of many calls leaves, in milliseconds after the first was wanted; @param holdMs so long all stands still */
async function departuresOf(count: number, limiter: Limiter, holdMs = 0): Promise<number[]> {
  const startedAt = performance.now();
  const hold = setTimeout(() => {
    const until = performance.now() + holdMs;
    while (performance.now() < until);
  }, 1_500);
  const api = `POST /held-up/${holdMs}`;
  const departures = await Promise.all(
    times(count, () => limiter.reserve(api).then(() => performance.now() - startedAt)),
  );
  clearTimeout(hold);
  return departures;
}

describe("the limit of an API", () => {
  test("holds for several processes together, and wastes nothing", async () => {
    const limiters = [makeLimiter(one), makeLimiter(other)];
    const startedAt = performance.now();

    const departures = await Promise.all(
      limiters.flatMap((limiter) =>
        times(30, () => limiter.reserve("POST /v1.0/robot/groupMessages/send").then(() => performance.now())),
      ),
    );

    expect(densest(departures)).toBeLessThanOrEqual(20);
    expect(Math.max(...departures) - startedAt).toBeLessThan(60 * 53 * 1.5);
  });

  test("a process alone that was held up makes up for it, and no second has more than is allowed", async () => {
    const limiter = makeLimiter(one, { perSecond: 50 });
    const usual = await departuresOf(150, limiter);

    const heldUp = await departuresOf(150, limiter, 800);

    for (const departures of [usual, heldUp]) expect(densest(departures)).toBeLessThanOrEqual(50);
    // Without making up for it, it would take 800 ms longer.
    expect(Math.max(...heldUp) - Math.max(...usual)).toBeLessThan(500);
  });

  test("leaves another API alone", async () => {
    const limiter = makeLimiter(one);
    const busy = Promise.all(times(20, () => limiter.reserve("POST /busy")));
    const startedAt = performance.now();

    await limiter.reserve("POST /free");

    expect(performance.now() - startedAt).toBeLessThan(500);
    await busy;
  });

  test("does not stand still for a slot that a clock set back left far ahead", async () => {
    // Written here because it is the fault itself: no test can set the database's clock back.
    await one.query("INSERT INTO api_slot VALUES ($1, now() + interval '1 hour')", ["POST /far"]);

    const startedAt = performance.now();
    await makeLimiter(one).reserve("POST /far");

    expect(performance.now() - startedAt).toBeLessThan(500);
  });

  test("that cannot be asked for fails the call instead of letting it through", async () => {
    const limiter = makeLimiter({ query: () => Promise.reject(new Error("database is down")) });

    await expect(limiter.reserve("POST /v1.0/robot/groupMessages/send")).rejects.toThrow("database is down");
  });
});

describe("the ledger of usage", () => {
  test("adds up what all processes count, by month of campaign time", async () => {
    const clock = manualClock(new Date("2023-08-31T23:59:59+08:00"));
    const ledgers = [one, other].map((sql) => makeUsage({ sql, clock, log: silentLog }));

    for (const ledger of ledgers) times(3, () => ledger.countCall("PUT /v1.0/card/instances"));
    ledgers[0]?.countCall("POST /v1.0/robot/groupMessages/send");
    ledgers[1]?.countPush("/topic");
    clock.set(new Date("2023-09-01T00:00:00+08:00"));
    ledgers[0]?.countCall("PUT /v1.0/card/instances");
    await Promise.all(ledgers.map((ledger) => ledger.stop()));

    const reader = makeUsage({ sql: one, clock, log: silentLog });
    expect(await reader.readUsage("2023-08")).toEqual({
      apiCalls: 7,
      pushes: 1,
      byWork: { 发送群消息: 1, 更新卡片: 6 },
    });
    expect(await reader.readUsage("2023-09")).toEqual({ apiCalls: 1, pushes: 0, byWork: { 更新卡片: 1 } });
    expect(await reader.readUsage("2023-10")).toEqual({ apiCalls: 0, pushes: 0, byWork: {} });
  });

  test("leaves out the direct chats of who is named, with what their messages and presses took", async () => {
    const usage = makeUsage({ sql: one, clock: manualClock(new Date("2023-12-01T09:00:00+08:00")), log: silentLog });

    for (const person of ["one", "other"]) {
      usage.countPush("/topic", person);
      await usage.inChatOf(person, async () => usage.countCall("PUT /v1.0/card/instances"));
    }
    usage.countCall("POST /v1.0/robot/groupMessages/send");

    expect(await usage.readUsage("2023-12")).toMatchObject({ apiCalls: 3, pushes: 2 });
    const without = { apiCalls: 2, pushes: 1, byWork: { 发送群消息: 1, 更新卡片: 1 } };
    expect(await usage.readUsage("2023-12", ["one"])).toEqual(without);
    await usage.stop();
  });

  test("keeps what could not be stored for the next try", async () => {
    const troubles = [new Error("database is down")];
    const sql = {
      async query<Row>(text: string, values: unknown[]): Promise<Row[]> {
        const trouble = troubles.pop();
        if (trouble) throw trouble;
        return one.query<Row>(text, values);
      },
    };
    const usage = makeUsage({ sql, clock: manualClock(new Date("2023-11-01T09:00:00+08:00")), log: silentLog });

    usage.countCall("POST /v1.0/robot/groupMessages/send");

    expect((await usage.readUsage("2023-11")).apiCalls).toBe(0);
    expect((await usage.readUsage("2023-11")).apiCalls).toBe(1);
    await usage.stop();
  });
});
