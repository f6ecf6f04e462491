import { describe, expect, test } from "vitest";
import { appOf } from "./support/app.ts";
import { connectBot } from "./support/stream-client.ts";
import { credentials, GROUP, startEmulator } from "./support/world.ts";

const { robotCode } = credentials;
const GROUP_SEND = "/v1.0/robot/groupMessages/send";

const paramOf = (bytes: number): string => JSON.stringify({ content: "a".repeat(bytes - '{"content":""}'.length) });
const groupMessage = (msgParam: string) => ({
  robotCode,
  openConversationId: GROUP,
  msgKey: "sampleText",
  msgParam,
});

const limits: [string, string, object, object, string][] = [
  [
    "a group message of 15000 bytes",
    GROUP_SEND,
    groupMessage(paramOf(15_000)),
    groupMessage(paramOf(15_001)),
    "invalidParameter.msgParam.tooLong",
  ],
  [
    "twenty messages taken back at once",
    "/v1.0/robot/otoMessages/batchRecall",
    { robotCode, processQueryKeys: Array.from({ length: 20 }, (_, n) => `${n}`) },
    { robotCode, processQueryKeys: Array.from({ length: 21 }, (_, n) => `${n}`) },
    "invalidParameter.processQueryKeys.overMax",
  ],
];

describe.each(limits)("%s", (_what, path, within, beyond, code) => {
  test("is the most when strict", async () => {
    const app = appOf(await startEmulator());

    expect(await app.refusal("POST", path, within)).toEqual([200, undefined]);
    expect(await app.refusal("POST", path, beyond)).toEqual([400, code]);
  });

  test("is only warned of when lenient", async () => {
    const app = appOf(await startEmulator());
    await app.lenient();

    expect(await app.refusal("POST", path, beyond)).toEqual([200, undefined]);
    expect(await app.warnings()).toEqual(["limit.exceeded"]);
  });
});

test("a webhook takes 20000 bytes, and more when lenient", async () => {
  const emulator = await startEmulator();
  const app = appOf(emulator);
  const bot = await connectBot(emulator.url);
  await emulator.control("/users/district/say", { text: "帮助" });
  await emulator.idle();
  const webhook = new URL(String(bot.messages[0]?.data.sessionWebhook));
  const reply = async (bytes: number) => {
    const body = (content: string) => JSON.stringify({ msgtype: "text", text: { content } });
    const init = { method: "POST", headers: { "content-type": "application/json" } };
    const text = body("a".repeat(bytes - body("").length));
    return (await emulator.request(`${webhook.pathname}${webhook.search}`, { ...init, body: text })).body.errcode;
  };

  expect([await reply(20_000), await reply(20_001)]).toEqual([0, 460101]);
  await app.lenient();
  expect(await reply(20_001)).toBe(0);
});

test("a message taken back by the robot reaches its app as an event", async () => {
  const emulator = await startEmulator();
  const bot = await connectBot(emulator.url);
  const { body } = await emulator.platform<{ processQueryKey: string }>("POST", GROUP_SEND, groupMessage(paramOf(100)));
  const recall = { robotCode, openConversationId: GROUP, processQueryKeys: [body.processQueryKey] };

  await emulator.platform("POST", "/v1.0/robot/groupMessages/recall", recall);
  await emulator.idle();

  expect(bot.events.map(({ headers, data }) => [headers.eventType, JSON.parse(data)])).toEqual([
    [
      "robot_msg_recall",
      expect.objectContaining({ robotCode, openConversationId: GROUP, processQueryKey: body.processQueryKey }),
    ],
  ]);
});
