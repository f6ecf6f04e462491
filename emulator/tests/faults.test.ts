import { describe, expect, test } from "vitest";
import { connectBot } from "./support/stream-client.ts";
import { credentials, GROUP, startEmulator, TEMPLATE } from "./support/world.ts";

const SEND = "/v1.0/robot/groupMessages/send";
const MESSAGES = "/v1.0/im/bot/messages/get";

const notice = {
  robotCode: credentials.robotCode,
  openConversationId: GROUP,
  msgKey: "sampleText",
  msgParam: JSON.stringify({ content: "通知" }),
};

const order = (emulator: Awaited<ReturnType<typeof startEmulator>>, rule: object) =>
  emulator.control("/faults", { rules: [rule] });

describe("an ordered fault", () => {
  test("throttles the named interface as often as it says", async () => {
    const emulator = await startEmulator();
    await order(emulator, { match: { api: SEND }, action: "throttle", times: 1 });

    const first = await emulator.platform("POST", SEND, notice);
    const second = await emulator.platform("POST", SEND, notice);

    expect([first.status, first.body.code, second.status]).toEqual([
      403,
      "Forbidden.AccessDenied.QpsLimitForAppkeyAndApi",
      200,
    ]);
  });

  test("loses the reply of a call that was done", async () => {
    const emulator = await startEmulator();
    await order(emulator, { match: { api: SEND }, action: "loseReply", times: 1 });

    await expect(emulator.platform("POST", SEND, notice)).rejects.toThrow();
    expect(await emulator.messages("organizer", GROUP)).toMatchObject([{ text: "通知" }]);
  });

  test("drops a call before it is done", async () => {
    const emulator = await startEmulator();
    await order(emulator, { match: { api: SEND }, action: "drop", times: 1 });

    await expect(emulator.platform("POST", SEND, notice)).rejects.toThrow();
    expect(await emulator.messages("organizer", GROUP)).toEqual([]);
  });

  test("answers with the ordered status", async () => {
    const emulator = await startEmulator();
    await order(emulator, { match: { api: "/v1.0/robot/*" }, action: "status:503", times: 1 });

    expect((await emulator.platform("POST", SEND, notice)).status).toBe(503);
  });

  test("pushes a message twice with different messageIds and the same msgId", async () => {
    const emulator = await startEmulator();
    const bot = await connectBot(emulator.url);
    await order(emulator, { match: { topic: MESSAGES, userId: "district" }, action: "duplicate", times: 1 });

    await emulator.control("/users/district/say", { text: "提交" });
    await emulator.idle();
    await expect.poll(() => bot.messages.length).toBe(2);

    expect(new Set(bot.messages.map(({ data }) => data.msgId)).size).toBe(1);
    expect(new Set(bot.messages.map(({ messageId }) => messageId)).size).toBe(2);
  });

  test("loses an acknowledgement, so that the message comes again", async () => {
    const emulator = await startEmulator();
    await emulator.control("/settings", { redeliverAfterMs: 50 });
    const bot = await connectBot(emulator.url);
    await order(emulator, { match: { topic: MESSAGES }, action: "loseReply", times: 1 });

    await emulator.control("/users/district/say", { text: "提交" });
    await emulator.idle();

    expect(bot.messages).toHaveLength(2);
    expect((await emulator.messages("district")).at(0)?.delivery).toBe("acknowledged");
  });

  test.each([
    ["quota", 403, "Forbidden.AccessDenied.ApiCountLimitForOrg"],
    ["unsafeContent", 400, "contain.unsafe.url"],
    ["revokeToken", 400, "InvalidAuthentication"],
    ["expireToken", 400, "InvalidAuthentication"],
  ])("%s refuses a call as the platform does", async (action, status, code) => {
    const emulator = await startEmulator();
    await order(emulator, { match: { api: SEND }, action, times: 1 });

    const refused = await emulator.platform("POST", SEND, notice);

    expect([refused.status, refused.body.code]).toEqual([status, code]);
    expect((await emulator.platform("POST", SEND, notice)).status).toBe(200);
  });

  test("takes a token away for good", async () => {
    const emulator = await startEmulator();
    const token = await emulator.token();
    await order(emulator, { match: { api: SEND }, action: "revokeToken", times: 1 });
    await emulator.platform("POST", SEND, notice);

    expect(await emulator.token()).not.toBe(token);
  });

  test("turns two messages round", async () => {
    const emulator = await startEmulator();
    const bot = await connectBot(emulator.url);
    await order(emulator, { match: { topic: MESSAGES }, action: "reorder", times: 1, ms: 5_000 });

    await emulator.control("/users/district/say", { text: "一" });
    await emulator.control("/users/district/say", { text: "二" });
    await emulator.idle();

    expect(bot.messages.map(({ data }) => Object(data.text).content)).toEqual(["二", "一"]);
  });

  test("takes a message's content away when the month's pushes are used up", async () => {
    const emulator = await startEmulator();
    const bot = await connectBot(emulator.url);
    await order(emulator, { match: { topic: MESSAGES }, action: "quota", times: 1 });

    await emulator.control("/users/district/say", { text: "提交" });
    await emulator.idle();

    expect(bot.messages[0]?.data).toMatchObject({ errorCode: 20001, senderStaffId: "district" });
    expect(bot.messages[0]?.data).not.toHaveProperty("text");
  });

  test("leaves a stream half open: nothing arrives although it looks connected", async () => {
    const emulator = await startEmulator();
    await emulator.control("/settings", { redeliverAfterMs: 20 });
    const bot = await connectBot(emulator.url);
    await order(emulator, { action: "halfOpen" });

    await emulator.control("/users/district/say", { text: "提交" });
    await emulator.idle();

    expect(bot.messages).toEqual([]);
    expect(bot.client.connected).toBe(true);
    expect((await emulator.messages("district")).at(0)?.delivery).toBe("lost");
  });

  test("of another person does not strike", async () => {
    const emulator = await startEmulator();
    const bot = await connectBot(emulator.url);
    await order(emulator, { match: { topic: MESSAGES, userId: "organizer" }, action: "drop" });

    await emulator.control("/users/district/say", { text: "提交" });
    await emulator.idle();

    expect(bot.messages).toHaveLength(1);
  });

  test("that cuts and names nothing ends every stream at once", async () => {
    const emulator = await startEmulator();
    const bot = await connectBot(emulator.url);

    await order(emulator, { action: "cut" });

    await expect.poll(() => bot.client.connected).toBe(false);
  });

  test("is over once faults are cleared", async () => {
    const emulator = await startEmulator();
    await order(emulator, { match: { api: SEND }, action: "throttle" });
    await emulator.request("/_emulator/faults", { method: "DELETE" });

    expect((await emulator.platform("POST", SEND, notice)).status).toBe(200);
  });

  test("tells the page what is left of its times, and nothing once they are used up", async () => {
    const emulator = await startEmulator();
    const left = async () => {
      const { body } = await emulator.control<{ faults: { left: number | null }[] }>("/page/faults");
      return body.faults.map((fault) => fault.left);
    };
    await order(emulator, { match: { api: SEND }, action: "throttle", times: 2 });
    await order(emulator, { match: { topic: MESSAGES }, action: "delay" });
    expect(await left()).toEqual([2, null]);

    await emulator.platform("POST", SEND, notice);
    expect(await left()).toEqual([1, null]);
    await emulator.platform("POST", SEND, notice);

    expect(await left()).toEqual([null]);
  });

  test("that the emulator cannot play is refused", async () => {
    const emulator = await startEmulator();

    expect((await order(emulator, { action: "earthquake" })).status).toBe(400);
  });
});

test("a fault that names the method leaves the same path's other methods alone", async () => {
  const emulator = await startEmulator();
  await order(emulator, { match: { api: "PUT /v1.0/card/instances" }, action: "throttle" });

  const created = await emulator.platform("POST", "/v1.0/card/instances", {
    outTrackId: "a",
    cardTemplateId: TEMPLATE,
  });
  const updated = await emulator.platform("PUT", "/v1.0/card/instances", { outTrackId: "a" });

  expect([created.status, updated.status]).toEqual([200, 403]);
});
