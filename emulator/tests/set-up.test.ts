import { readFileSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { exportOf } from "./card/export-of.ts";
import { connectBot } from "./support/stream-client.ts";
import { credentials, GROUP, startEmulator, TEMPLATE } from "./support/world.ts";

const memberPath = `/groups/${encodeURIComponent(GROUP)}/members`;

describe("set-up", () => {
  test("of a new person lets them talk to the robot, and the bot hears of them", async () => {
    const emulator = await startEmulator();
    const bot = await connectBot(emulator.url);

    await emulator.control("/users", { userId: "auditor", name: "审计人员" });
    await emulator.control("/users/auditor/say", { text: "你好" });
    await emulator.idle();

    expect(bot.events.map(({ headers }) => headers.eventType)).toEqual(["user_add_org"]);
    expect(bot.messages[0]?.data.senderNick).toBe("审计人员");
  });

  test("of a group's members shows in the state and reaches the bot as events", async () => {
    const emulator = await startEmulator();
    const bot = await connectBot(emulator.url);

    const joined = await emulator.control(memberPath, { userIds: ["outsider"] });
    const left = await emulator.request(`/_emulator${memberPath}/organizer`, { method: "DELETE" });
    await emulator.idle();

    expect(joined.body).toEqual({ memberIds: ["organizer", "district", "outsider"] });
    expect(left.body).toEqual({ memberIds: ["district", "outsider"] });
    const told = bot.events.map(({ headers, data }) => ({ type: headers.eventType, ...JSON.parse(data) }));
    expect(told.map(({ type, userId, operator }) => [type, userId, operator])).toEqual([
      ["chat_add_member", ["outsider"], "organizer"],
      ["chat_remove_member", ["organizer"], "organizer"],
    ]);
    expect((await emulator.control("/users/organizer/say", { conversationId: GROUP, text: "在吗" })).status).toBe(404);
  });

  test("of a person who left makes the robot's messages to them invalid", async () => {
    const emulator = await startEmulator();
    await emulator.control("/users", { userId: "district", name: "区县经办人", active: false });

    const { body } = await emulator.platform("POST", "/v1.0/robot/oToMessages/batchSend", {
      robotCode: credentials.robotCode,
      userIds: ["district"],
      msgKey: "sampleText",
      msgParam: JSON.stringify({ content: "通知" }),
    });

    expect(body.invalidStaffIdList).toEqual(["district"]);
  });

  test("of a template that is no export is refused with what is wrong", async () => {
    const emulator = await startEmulator();

    const { status, body } = await emulator.control<{ error: { code: string } }>("/templates", {
      templateId: "new.schema",
      export: { editorData: "no json" },
    });

    expect([status, body.error.code]).toEqual([400, "badTemplate"]);
  });

  test("of another app gives it a robot and credentials of its own", async () => {
    const emulator = await startEmulator();
    const other = { clientId: "dingother", clientSecret: "other-secret", robotCode: "dingother", name: "另一助手" };
    await emulator.control("/apps", other);

    const { robots } = (await emulator.control<{ robots: { robotCode: string }[] }>("/state")).body;

    expect(robots.map(({ robotCode }) => robotCode)).toEqual([credentials.robotCode, "dingother"]);
    expect(JSON.stringify((await emulator.control("/state")).body)).not.toContain("secret");
  });
});

test("the environment names everything a bot needs", async () => {
  const emulator = await startEmulator();

  expect((await emulator.control("/env")).body).toEqual({
    DINGTALK_CLIENT_ID: credentials.clientId,
    DINGTALK_CLIENT_SECRET: credentials.clientSecret,
    DINGTALK_ROBOT_CODE: credentials.robotCode,
    DINGTALK_API_BASE: emulator.url,
    DINGTALK_OAPI_BASE: emulator.url,
    CARD_TEMPLATE_ID: TEMPLATE,
    CLOCK_URL: `${emulator.url}/_emulator/clock`,
  });
});

test("the description names every call of the control interface", async () => {
  const emulator = await startEmulator();

  const { body } = await emulator.control<{ paths: Record<string, object> }>("/openapi.json");

  const calls = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace("/_emulator", "")}`),
  );
  const expected = readFileSync(join(import.meta.dirname, "support/control-calls.txt"), "utf8")
    .trim()
    .split("\n");
  expect(calls.sort()).toEqual(expected.sort());
});

test("an unknown setting or a wrong shape is refused with a reason", async () => {
  const emulator = await startEmulator();

  const { status, body } = await emulator.control<{ error: { code: string; message: string } }>("/settings", {
    redeliverAfterMs: "soon",
  });

  expect([status, body.error.code]).toEqual([400, "badRequest"]);
  expect(body.error.message).toContain("redeliverAfterMs");
});

test("the control interface refuses other pages and other names of this machine", async () => {
  const emulator = await startEmulator();
  const ask = (headers: Record<string, string>, path = "/_emulator/state") =>
    new Promise<number | undefined>((resolve) => {
      get(`${emulator.url}${path}`, { headers }, (reply) => {
        reply.resume();
        resolve(reply.statusCode);
      });
    });
  const { host } = new URL(emulator.url);

  expect(await ask({ origin: `http://${host}` })).toBe(200);
  expect(await ask({ origin: "http://elsewhere.example" })).toBe(403);
  expect(await ask({ origin: "http://elsewhere.example" }, "/%5Femulator/state")).toBe(403);
  expect(await ask({ host: "elsewhere.example" })).toBe(403);
});

/** What an open page hears, one event after the other. */
async function listen({ url }: { url: string }) {
  const abort = new AbortController();
  onTestFinished(() => abort.abort());
  const feed = await fetch(`${url}/_emulator/feed`, { signal: abort.signal });
  const reader = feed.body?.pipeThrough(new TextDecoderStream()).getReader();
  await reader?.read();
  let heard: unknown[] = [];
  return async (): Promise<unknown> => {
    if (heard.length === 0) {
      const { value } = (await reader?.read()) ?? {};
      const events = String(value).trim().split("\n\n");
      heard = events.map((event) => JSON.parse(event.replace("data: ", "")));
    }
    return heard.shift();
  };
}

test("an open page is told of what changes", async () => {
  const emulator = await startEmulator();
  const next = await listen(emulator);

  await emulator.control("/users/organizer/say", { conversationId: GROUP, text: "各位好", at: false });

  expect(await next()).toEqual({ kind: "changed", seq: expect.any(Number), conversationIds: [GROUP] });
});

test("an open page is told that a template came", async () => {
  const emulator = await startEmulator();
  const next = await listen(emulator);

  await emulator.control("/templates", { templateId: "new", export: exportOf({ components: [] }) });

  expect(await next()).toEqual({ kind: "state" });
});

test.each(["/reset", "/restore"])("an open page is told that the world is another one after %s", async (path) => {
  const emulator = await startEmulator();
  const { snapshot } = (await emulator.control("/snapshot", {})).body;
  const next = await listen(emulator);

  await emulator.control(path, { snapshot });

  await expect.poll(next).toEqual({ kind: "anew" });
});
