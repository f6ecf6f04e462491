import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { databaseOf } from "./database.ts";
import { read, said } from "./reading.ts";
import { everybody, everyCard, OFFICIALS } from "./stage-cards.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const CREATE = "/v1.0/card/instances/createAndDeliver";
const SEND = "/v1.0/robot/oToMessages/batchSend";
const MESSAGES = "/v1.0/im/bot/messages/get";
const PRESSES = "/v1.0/card/instances/callback";
const UNKNOWN = "### 未能识别";
const OPENED = ["【第一阶段】宣传发动"];

let world: World;
beforeAll(async () => {
  world = await worldAt("8月9日");
});
beforeEach(async () => {
  await world.call("/reset", {});
  await world.call("/settings", { redeliverAfterMs: 400, cardAnswerMs: 2_000 });
});
afterEach(() => world.clearFaults());
afterAll(() => world.end());

/** What the bot said to the person, first lines, in the order of the chat. */
async function answers(userId: string): Promise<string[]> {
  const messages = await world.as(userId).messages();
  return messages.filter(({ from }) => from !== userId).map((message) => read(message).split("\n")[0] ?? "");
}

/** What became of what the person sent. */
async function deliveries(userId: string): Promise<(string | undefined)[]> {
  const messages = await world.as(userId).messages();
  return messages.filter(({ from }) => from === userId).map(({ delivery }) => delivery);
}

const say = (userId: string, text: string) => world.call(`/users/${userId}/say`, { text });

describe("order", () => {
  test("ten messages of one person in a row are answered in their order", async () => {
    const rows = ["1-1", "1-2", "1-3", "1-4", "1-5", "2-1", "2-2", "2-3", "2-4", "3-1"];

    for (const row of rows) await say("keqiao-1", `依据 ${row}`);
    await world.idle();

    expect((await answers("keqiao-1")).map((line) => line.slice("### 依据：".length).split("　")[0])).toEqual(rows);
  });

  test("what several people say at once is answered to each, once", async () => {
    await Promise.all(OFFICIALS.map((userId) => say(userId, "依据")));
    await world.idle();

    expect(await Promise.all(OFFICIALS.map(answers))).toEqual(OFFICIALS.map(() => ["### 未能办理"]));
  });
});

describe("an opening in bad weather: every card is there once", () => {
  test.each([
    { weather: "the platform throttles twice", rules: [{ match: { api: CREATE }, action: "throttle", times: 2 }] },
    { weather: "two replies are lost", rules: [{ match: { api: CREATE }, action: "loseReply", times: 2 }] },
    { weather: "the platform fails twice", rules: [{ match: { api: CREATE }, action: "status:502", times: 2 }] },
    { weather: "connections break twice", rules: [{ match: { api: CREATE }, action: "cut", times: 2 }] },
    { weather: "the token is revoked", rules: [{ match: { api: CREATE }, action: "revokeToken", times: 1 }] },
  ])("$weather", async ({ rules }) => {
    await world.injectFaults(rules);

    await world.advanceTo("2023-08-10T09:00:00+08:00");
    await world.idle();

    expect(await everyCard(world)).toEqual(everybody(OPENED));
  });
});

describe("an answer in bad weather", () => {
  test.each([
    { weather: "throttled twice", rules: [{ match: { api: SEND }, action: "throttle", times: 2 }] },
    { weather: "failed twice", rules: [{ match: { api: SEND }, action: "status:500", times: 2 }] },
  ])("$weather, comes once and before the next one", async ({ rules }) => {
    await world.injectFaults(rules);

    await say("keqiao-1", "依据");
    await say("keqiao-1", "取消");
    await world.idle();

    expect(await answers("keqiao-1")).toEqual(["### 未能办理", "### 无须取消"]);
  });

  test("whose reply is lost, comes at most once more: the platform gives a message no key", async () => {
    await world.injectFaults([{ match: { api: SEND }, action: "loseReply", times: 1 }]);

    await say("keqiao-1", "依据");
    await say("keqiao-1", "取消");
    await world.idle();

    const said = await answers("keqiao-1");
    expect(said.at(-1)).toBe("### 无须取消");
    expect(said.slice(0, -1)).toEqual(["### 未能办理", "### 未能办理"]);
  });

  test("that the platform's content check refuses as markdown, comes as plain text", async () => {
    await world.injectFaults([{ match: { api: SEND }, action: "unsafeContent", times: 1 }]);

    await world.as("auditor").says("取消");

    const messages = await world.as("auditor").messages();
    expect(messages.at(-1)).toMatchObject({
      kind: "text",
      text: said("无须取消", "", "目前没有等待您答复的事项。"),
    });
  });
});

describe("pushes that come twice, late or not at all", () => {
  test("a message pushed twice is answered once", async () => {
    await world.injectFaults([{ match: { topic: MESSAGES }, action: "duplicate", times: 1 }]);

    await world.as("keqiao-1").says("依据");

    expect(await answers("keqiao-1")).toEqual(["### 未能办理"]);
    expect(await deliveries("keqiao-1")).toEqual(["acknowledged"]);
  });

  test("a press pushed twice has one effect", async () => {
    await world.advanceTo("2023-08-10T09:00:00+08:00");
    await world.injectFaults([{ match: { topic: PRESSES }, action: "duplicate", times: 1 }]);

    await world.as("keqiao-1").presses("查看进度");

    expect((await answers("keqiao-1")).slice(1)).toEqual(["### 柯桥区　办理进度"]);
  });

  test("a message whose acknowledgement is lost is pushed again, and answered once", async () => {
    await world.injectFaults([{ match: { topic: MESSAGES, direction: "fromBot" }, action: "loseReply", times: 1 }]);

    await world.as("keqiao-1").says("依据");

    expect(await answers("keqiao-1")).toEqual(["### 未能办理"]);
    expect(await deliveries("keqiao-1")).toEqual(["acknowledged"]);
  });

  test("a message lost on its way is pushed again, and answered once", async () => {
    await world.injectFaults([{ match: { topic: MESSAGES, direction: "toBot" }, action: "drop", times: 1 }]);

    await world.as("keqiao-1").says("依据");

    expect(await answers("keqiao-1")).toEqual(["### 未能办理"]);
  });
});

describe("the stream cut in the middle", () => {
  test.each([
    { how: "while it carries a message", rules: [{ match: { topic: MESSAGES }, action: "cut", times: 1 }] },
    { how: "at any moment", rules: [{ action: "cut" }] },
    { how: "after the platform announced it", rules: [{ action: "disconnect" }] },
  ])("$how is opened again, and every message that was acknowledged is answered once", async ({ rules }) => {
    await world.injectFaults(rules);

    for (let count = 0; count < 5; count++) await say("auditor", `第${count}句`);
    await untilHeard();
    await world.idle();

    const sent = await deliveries("auditor");
    expect(sent.at(-1)).toBe("acknowledged");
    expect(sent.filter((delivery) => delivery !== "acknowledged" && delivery !== "lost")).toEqual([]);
    expect(await answers("auditor")).toEqual(sent.filter((delivery) => delivery === "acknowledged").map(() => UNKNOWN));
  });
});

/** Speaks until the platform has somebody to tell it to. */
async function untilHeard(): Promise<void> {
  const until = Date.now() + 30_000;
  do {
    await say("auditor", "还在吗");
    await world.idle();
  } while ((await deliveries("auditor")).at(-1) !== "acknowledged" && Date.now() < until);
}

test("a reset goes through beside work that locks the tables in another order", async () => {
  const database = await databaseOf(world);
  const names = await database.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations'",
    [],
  );
  const lock = (name = "") => `lock table "${name}" in access share mode`;

  const reset = await database.inTransaction(async (tx) => {
    // The reset is to be the one that gives way.
    await tx.$executeRawUnsafe("set local deadlock_timeout = '20s'");
    await tx.$executeRawUnsafe(lock(names.at(-1)?.name));
    const under = world.call("/reset", {});
    await expect
      .poll(() => database.query("select 1 from pg_locks where mode = 'AccessExclusiveLock' and not granted", []))
      .toHaveLength(1);
    await tx.$executeRawUnsafe(lock(names.find(({ name }) => name !== "database_mark")?.name));
    return { under };
  });
  await reset.under;

  expect(await database.query("select 1 from journal_entry limit 1", [])).toHaveLength(1);
  await database.close();
});
