import { expect, test } from "vitest";
import type { TrafficEntry } from "../src/contract/instruments.ts";
import { makeTraffic } from "../src/instruments/traffic.ts";
import { appOf } from "./support/app.ts";
import { connectBot } from "./support/stream-client.ts";
import { credentials, GROUP, startEmulator, TEMPLATE } from "./support/world.ts";

type Emulator = Awaited<ReturnType<typeof startEmulator>>;

const { robotCode } = credentials;
const toGroup = {
  robotCode,
  openConversationId: GROUP,
  msgKey: "sampleText",
  msgParam: JSON.stringify({ content: "通知" }),
};
const card = {
  cardTemplateId: TEMPLATE,
  outTrackId: "card-1",
  callbackType: "STREAM",
  cardData: { cardParamMap: {} },
  openSpaceId: "dtv1.card//IM_ROBOT.district",
  imRobotOpenDeliverModel: { spaceType: "IM_ROBOT", robotCode },
};
const notice = {
  agent_id: 1,
  userid_list: "district,outsider",
  msg: { msgtype: "text", text: { content: "通知" } },
};

async function traffic(emulator: Emulator): Promise<TrafficEntry[]> {
  const { body } = await emulator.control<{ entries: TrafficEntry[] }>("/traffic");
  return body.entries;
}

const last = async (emulator: Emulator) => (await traffic(emulator)).at(-1);

test("a person's message and its acknowledgement name the person", async () => {
  const emulator = await startEmulator();
  await connectBot(emulator.url);

  await emulator.control("/users/district/say", { text: "申报" });
  await emulator.idle();

  const frames = (await traffic(emulator)).filter(({ kind }) => kind === "frame");
  expect(frames.map(({ way, name, userIds }) => ({ way, name, userIds }))).toEqual([
    { way: "toBot", name: "/v1.0/im/bot/messages/get", userIds: ["district"] },
    { way: "fromBot", name: "ack", userIds: ["district"] },
  ]);
});

test("an event names whom it is about", async () => {
  const emulator = await startEmulator();
  await connectBot(emulator.url);

  await emulator.control("/groups/cidTESTGROUP==/members", { userIds: ["outsider"] });
  await emulator.idle();

  const event = (await traffic(emulator)).find(({ name }) => name === "*");
  expect(event?.userIds).toEqual(["outsider"]);
});

test("a call to a group names the group's members", async () => {
  const emulator = await startEmulator();

  await emulator.platform("POST", "/v1.0/robot/groupMessages/send", toGroup);

  expect(await last(emulator)).toMatchObject({ status: 200, userIds: ["organizer", "district"] });
});

test("a card names whom it goes to, and its update whoever has it", async () => {
  const emulator = await startEmulator();
  await emulator.platform("POST", "/v1.0/card/instances/createAndDeliver", card);
  expect(await last(emulator)).toMatchObject({ userIds: ["district"] });

  await emulator.platform("PUT", "/v1.0/card/instances", { outTrackId: "card-1", cardData: { cardParamMap: {} } });

  expect(await last(emulator)).toMatchObject({ name: "PUT /v1.0/card/instances", userIds: ["district"] });
});

test("a card for several places names the people of all of them", async () => {
  const emulator = await startEmulator();
  const openSpaceId = `dtv1.card//IM_ROBOT.outsider;IM_ROBOT.district;IM_GROUP.${GROUP}`;

  await emulator.platform("POST", "/v1.0/card/instances/createAndDeliver", { ...card, openSpaceId });

  expect(await last(emulator)).toMatchObject({ userIds: ["outsider", "district", "organizer"] });
});

test("a card for somebody by unionId names them by userId", async () => {
  const emulator = await startEmulator();
  const byUnion = { ...card, openSpaceId: "dtv1.card//IM_ROBOT.union-district", userIdType: 2 };

  await emulator.platform("POST", "/v1.0/card/instances/createAndDeliver", byUnion);

  expect(await last(emulator)).toMatchObject({ status: 200, userIds: ["district"] });
});

test("a work notice names its receivers, and the app by the token in its address", async () => {
  const emulator = await startEmulator();

  await appOf(emulator).oapi("/topapi/message/corpconversation/asyncsend_v2", notice);

  expect(await last(emulator)).toMatchObject({
    userIds: ["district", "outsider"],
    clientId: credentials.clientId,
  });
});

test("a work notice is struck by a fault for one of its receivers", async () => {
  const emulator = await startEmulator();
  const rules = [{ match: { userId: "outsider" }, action: "throttle", times: 1 }];
  await emulator.control("/faults", { rules });

  const { body } = await appOf(emulator).oapi("/topapi/message/corpconversation/asyncsend_v2", notice);

  expect(body.errcode).toBe(90018);
});

test("a change of a group from a template names its members and who joins", async () => {
  const emulator = await startEmulator();
  const group = { title: "专班", template_id: "t", owner_user_id: "organizer", user_ids: ["district"] };
  const made = await emulator.platform("POST", "/v1.0/im/sceneGroup/create", group);
  const open_conversation_id = made.body.open_conversation_id;

  const joining = { open_conversation_id, union_ids: ["union-outsider"] };
  await emulator.platform("POST", "/v1.0/im/sceneGroup/member/add", joining);

  expect(await last(emulator)).toMatchObject({ userIds: ["outsider", "organizer", "district"] });
});

test("a reply by session webhook names the person of its chat", async () => {
  const emulator = await startEmulator();
  const bot = await connectBot(emulator.url);
  await emulator.control("/users/district/say", { text: "申报" });
  await emulator.idle();

  await emulator.request(new URL(String(bot.messages[0]?.data.sessionWebhook)).href.slice(emulator.url.length), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ msgtype: "text", text: { content: "已收到" } }),
  });

  expect(await last(emulator)).toMatchObject({ name: "POST /robot/sendBySession", userIds: ["district"] });
});

test("a call for a token names nobody", async () => {
  const emulator = await startEmulator();

  await emulator.token();

  expect(await last(emulator)).not.toHaveProperty("userIds");
});

test("a call above 64 KB keeps its address and tells the size of its body", async () => {
  const emulator = await startEmulator();
  const content = "a".repeat(64 * 1024);

  await emulator.platform("POST", "/v1.0/robot/groupMessages/send", { ...toGroup, msgParam: content });

  const { request } = (await last(emulator)) ?? {};
  expect(request).toEqual({ url: "/v1.0/robot/groupMessages/send", body: { bytes: expect.any(Number) } });
});

test("a frame above 64 KB keeps its headers and tells the size of its data", async () => {
  const emulator = await startEmulator();
  await connectBot(emulator.url);

  await emulator.control("/users/district/say", { text: "a".repeat(64 * 1024) });
  await emulator.idle();

  const frame = (await traffic(emulator)).find(({ way, kind }) => kind === "frame" && way === "toBot");
  expect(frame?.request).toMatchObject({
    headers: { messageId: expect.any(String) },
    data: { bytes: expect.any(Number) },
  });
});

test("an answer above 64 KB is only its size", () => {
  const traffic = makeTraffic(() => {});
  const ofSize = (bytes: number) => "a".repeat(bytes - '""'.length);
  const call = { way: "fromBot", kind: "http", name: "GET /v1.0" } as const;

  traffic.record({ ...call, response: ofSize(64 * 1024) });
  traffic.record({ ...call, response: ofSize(64 * 1024 + 1) });

  expect(traffic.after(0).map(({ response }) => response)).toEqual([ofSize(64 * 1024), { bytes: 64 * 1024 + 1 }]);
});

test("a call that a fault ended has no status and names the fault", async () => {
  const emulator = await startEmulator();
  await emulator.control("/faults", { rules: [{ match: { api: "/v1.0/robot/*" }, action: "drop", times: 1 }] });

  await expect(emulator.platform("POST", "/v1.0/robot/groupMessages/send", toGroup)).rejects.toThrow();

  await expect.poll(async () => (await last(emulator))?.fault).toBe("drop");
  expect(await last(emulator)).not.toHaveProperty("status");
});

test("a frame that a fault sent twice names the fault, and so does a lost acknowledgement", async () => {
  const emulator = await startEmulator();
  await emulator.control("/settings", { redeliveries: 0, redeliverAfterMs: 20 });
  await connectBot(emulator.url);
  const match = { topic: "/v1.0/im/bot/messages/get" };
  await emulator.control("/faults", {
    rules: [
      { match, action: "duplicate", times: 1 },
      { match, action: "loseReply", times: 1 },
    ],
  });

  await emulator.control("/users/district/say", { text: "申报" });
  await emulator.idle();

  await expect
    .poll(async () =>
      (await traffic(emulator)).flatMap(({ name, fault }) => (fault === undefined ? [] : [name, fault])),
    )
    .toEqual(["/v1.0/im/bot/messages/get", "duplicate", "/v1.0/im/bot/messages/get", "duplicate", "ack", "loseReply"]);
});
