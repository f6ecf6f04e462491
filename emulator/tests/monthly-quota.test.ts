import { expect, test } from "vitest";
import { appOf } from "./support/app.ts";
import { connectBot } from "./support/stream-client.ts";
import { credentials, GROUP, startEmulator } from "./support/world.ts";

const SEND = "/v1.0/robot/groupMessages/send";
const message = {
  robotCode: credentials.robotCode,
  openConversationId: GROUP,
  msgKey: "sampleText",
  msgParam: JSON.stringify({ content: "通知" }),
};

test("calls beyond a month's quota are refused on both gateways, free ones go on, and the next month begins anew", async () => {
  const emulator = await startEmulator();
  const app = appOf(emulator);
  await emulator.control("/settings", { monthlyApiCalls: 1 });

  const first = await app.refusal("POST", SEND, message);
  const second = await app.refusal("POST", SEND, message);
  const upload = await app.oapi("/media/upload");
  const free = await app.oapi("/topapi/v2/user/get", { userid: "district" });
  await emulator.control("/clock/advance", { to: "2023-09-01T00:00:00+08:00" });
  const next = await app.refusal("POST", SEND, message);

  expect(first).toEqual([200, undefined]);
  expect(second).toEqual([403, "Forbidden.AccessDenied.ApiCountLimitForOrg"]);
  expect([upload.body.errcode, free.body.errcode]).toEqual([90020, 0]);
  expect(next).toEqual([200, undefined]);
});

test("pushes count but for events of people and departments; so does what a group's own webhook sends", async () => {
  const emulator = await startEmulator();
  await connectBot(emulator.url);
  const pushes = async () => (await emulator.control<{ pushes: number }>("/usage")).body.pushes;

  await emulator.control("/users", { userId: "newcomer", name: "新人" });
  await emulator.idle();
  expect(await pushes()).toBe(0);
  await emulator.control(`/groups/${encodeURIComponent(GROUP)}/members`, { userIds: ["newcomer"] });
  await emulator.idle();
  expect(await pushes()).toBe(1);
  await emulator.control("/users/district/say", { text: "帮助" });
  await emulator.idle();
  expect(await pushes()).toBe(2);
});

test("messages beyond a month's pushes reach the bot without their content", async () => {
  const emulator = await startEmulator();
  const bot = await connectBot(emulator.url);
  await emulator.control("/settings", { monthlyPushes: 1 });

  await emulator.control("/users/district/say", { text: "帮助" });
  await emulator.idle();
  await emulator.control("/users/district/say", { text: "进度" });
  await emulator.idle();

  expect(bot.messages.map(({ data }) => [data.text, data.errorCode])).toEqual([
    [{ content: "帮助" }, undefined],
    [undefined, 20001],
  ]);
});
