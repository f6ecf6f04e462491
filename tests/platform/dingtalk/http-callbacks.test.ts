import { encryptedReplySchema } from "dingtalk-payloads";
import { sample, sampleFrame } from "dingtalk-payloads/samples/sample.ts";
import fastify from "fastify";
import { describe, expect, test } from "vitest";
import { signCard } from "../../../src/platform/dingtalk/http/card-signature.ts";
import { decryptEvent, encryptEvent, signEvent } from "../../../src/platform/dingtalk/http/event-crypto.ts";
import { signRobot } from "../../../src/platform/dingtalk/http/robot-signature.ts";
import { httpCallbacks } from "../../../src/platform/dingtalk/http-callbacks.ts";
import { type Recorder, recorder } from "./recorder.ts";

const now = 1_769_851_697_756;
const events = {
  token: "token123",
  aesKey: "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
  ownerKey: "dingclientid001",
};
const robotHeaders = { timestamp: String(now), sign: signRobot(String(now), "app-secret") };
const cardHeaders = {
  "x-ddpaas-signature-timestamp": String(now),
  "x-ddpaas-signature": signCard(String(now), "api-secret"),
};

async function entrance(handler: Recorder, pushes: string[] = []) {
  const app = fastify();
  const doors = { robot: { appSecret: "app-secret" }, card: { apiSecret: "api-secret" }, events };
  await app.register(httpCallbacks({ handler, countPush: (topic) => pushes.push(topic), now: () => now, ...doors }));
  return app;
}

function eventRequest(text: string) {
  const encrypt = encryptEvent(events, text);
  const stamp = { timestamp: String(now), nonce: "n1" };
  const signature = signEvent(events, { ...stamp, signature: "" }, encrypt);
  return { method: "POST", url: "/dingtalk/event", query: { ...stamp, signature }, payload: { encrypt } } as const;
}

describe("a robot message over HTTP", () => {
  test("reaches the same handler, and is answered once stored", async () => {
    const handler = recorder();
    const pushes: string[] = [];
    const app = await entrance(handler, pushes);

    const payload = Object(sampleFrame("31").data);
    const reply = await app.inject({ method: "POST", url: "/dingtalk/robot", headers: robotHeaders, payload });

    expect([reply.statusCode, reply.json()]).toEqual([200, { msgtype: "empty" }]);
    expect(handler.messages.map((message) => message.text)).toEqual(["帮助"]);
    expect(pushes).toEqual(["/v1.0/im/bot/messages/get"]);
  });

  test("with a wrong signature is answered with one sentence and not stored", async () => {
    const handler = recorder();
    const app = await entrance(handler);

    const headers = { ...robotHeaders, sign: signRobot(String(now), "guess") };
    const payload = Object(sampleFrame("31").data);
    const reply = await app.inject({ method: "POST", url: "/dingtalk/robot", headers, payload });

    expect([reply.statusCode, reply.body]).toEqual([401, "签名不符，未接收。"]);
    expect(handler.messages).toEqual([]);
  });

  test("that could not be stored is an error the platform sees", async () => {
    const app = await entrance(recorder({ onMessage: () => Promise.reject(new Error("database is down")) }));

    const payload = Object(sampleFrame("31").data);
    const reply = await app.inject({ method: "POST", url: "/dingtalk/robot", headers: robotHeaders, payload });

    expect(reply.statusCode).toBe(500);
  });
});

describe("a press over HTTP", () => {
  test("is answered with the new version and the toast, and the handler learns that the response was sent", async () => {
    const delivered = Promise.withResolvers<boolean>();
    const handler = recorder({ onCallback: async () => ({ toast: "已收到。", onDelivery: delivered.resolve }) });
    const app = await entrance(handler);

    const payload = Object(sample("45"));
    const reply = await app.inject({ method: "POST", url: "/dingtalk/card", headers: cardHeaders, payload });

    expect(reply.json()).toMatchObject({ userPrivateData: { cardParamMap: { toast: "已收到。" } } });
    expect(handler.callbacks).toMatchObject([{ cardId: "task-42-card-1", person: "manager807", action: "accept" }]);
    expect(await delivered.promise).toBe(true);
  });

  test("with a wrong signature is not stored", async () => {
    const handler = recorder();
    const app = await entrance(handler);

    const headers = { ...cardHeaders, "x-ddpaas-signature": signCard(String(now), "guess") };
    const reply = await app.inject({ method: "POST", url: "/dingtalk/card", headers, payload: Object(sample("45")) });

    expect(reply.statusCode).toBe(401);
    expect(handler.callbacks).toEqual([]);
  });
});

describe("an event over HTTP", () => {
  test("is stored and answered with the encrypted success", async () => {
    const handler = recorder();
    const app = await entrance(handler);

    const reply = await app.inject(eventRequest(JSON.stringify({ EventType: "chat_quit", BizId: "b1" })));

    expect(decryptEvent(events, encryptedReplySchema.parse(reply.json()).encrypt)).toBe("success");
    expect(handler.events).toMatchObject([{ eventId: "b1", type: "chat_quit" }]);
  });

  test("that only checks the address is answered and not stored", async () => {
    const handler = recorder();
    const app = await entrance(handler);

    const reply = await app.inject(eventRequest(JSON.stringify({ EventType: "check_url" })));

    expect(reply.statusCode).toBe(200);
    expect(handler.events).toEqual([]);
  });

  test("with a wrong signature is not stored", async () => {
    const handler = recorder();
    const app = await entrance(handler);

    const request = eventRequest(JSON.stringify({ EventType: "chat_quit" }));
    const reply = await app.inject({ ...request, query: { ...request.query, nonce: "n2" } });

    expect(reply.statusCode).toBe(401);
    expect(handler.events).toEqual([]);
  });

  test("that is no event is turned away", async () => {
    const app = await entrance(recorder());

    expect((await app.inject(eventRequest("[]"))).statusCode).toBe(400);
  });
});

test("what is not configured has no door", async () => {
  const app = fastify();
  await app.register(httpCallbacks({ handler: recorder(), countPush: () => {} }));

  expect((await app.inject({ method: "POST", url: "/dingtalk/robot" })).statusCode).toBe(404);
});
