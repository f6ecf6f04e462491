import { createCipheriv, createDecipheriv, createHash, createHmac } from "node:crypto";
import { fastify } from "fastify";
import { describe, expect, onTestFinished, test } from "vitest";
import { appOf } from "./support/app.ts";
import { credentials, startEmulator, TEMPLATE } from "./support/world.ts";

const EVENT_TOKEN = "event-token";
const EVENT_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
const SECRET = "other-secret";

const MESSAGES = "/v1.0/im/bot/messages/get";

/** Answers an event as the platform wants it. */
const TAKEN = "taken";

interface Posted {
  path: string;
  headers: Record<string, unknown>;
  query: Record<string, string>;
  body: Record<string, unknown>;
}

/** An app that takes its pushes over HTTP and answers each path as told. */
async function startHttpApp(answers: Record<string, unknown>) {
  const posted: Posted[] = [];
  const app = fastify();
  app.post("/moved", (_request, reply) => reply.redirect("/message", 307));
  app.post<{ Querystring: Record<string, string>; Body: Record<string, unknown> }>(
    "/*",
    async ({ url, headers, query, body }, reply) => {
      const path = url.split("?")[0] ?? "";
      posted.push({ path, headers, query, body });
      const given = answers[path];
      const answer = given === TAKEN ? sealed("success") : given;
      return answer === undefined ? reply.code(500).send() : reply.send(answer);
    },
  );
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  onTestFinished(() => app.close());
  return { url, posted };
}

/** An emulator whose only app is in HTTP mode. */
async function startWithHttpApp(answers: Record<string, unknown>, messagePath = "/message") {
  const receiver = await startHttpApp(answers);
  const emulator = await startEmulator();
  await emulator.control("/apps", {
    clientId: "dingtestapp",
    clientSecret: SECRET,
    robotCode: "dingtestapp",
    name: "家园助手",
    mode: "http",
    messageUrl: `${receiver.url}${messagePath}`,
    eventUrl: `${receiver.url}/event`,
    eventToken: EVENT_TOKEN,
    eventAesKey: EVENT_KEY,
  });
  const token = await emulator.request<{ access_token: string }>(
    `/gettoken?appkey=dingtestapp&appsecret=${SECRET}`,
    {},
  );
  const platform = (path: string, body: object) =>
    emulator.request(path, {
      method: "POST",
      headers: { "content-type": "application/json", "x-acs-dingtalk-access-token": token.body.access_token },
      body: JSON.stringify(body),
    });
  const posted = () => receiver.posted.filter(({ path, body }) => path !== "/event" || eventType(body) !== "check_url");
  return { emulator, all: receiver.posted, posted, url: receiver.url, platform };
}

const hmac = (key: string, text: string): string => createHmac("sha256", key).update(text).digest("base64");

describe("an app in HTTP mode", () => {
  test("gets messages signed, and its answer appears in the chat", async () => {
    const answer = { msgtype: "text", text: { content: "可用命令" } };
    const { emulator, posted } = await startWithHttpApp({ "/message": answer });

    await emulator.control("/users/district/say", { text: "帮助" });
    await emulator.idle();

    const [push] = posted();
    expect(push?.body).toMatchObject({ msgtype: "text", text: { content: "帮助" }, senderStaffId: "district" });
    expect(push?.headers.sign).toBe(hmac(SECRET, `${push?.headers.timestamp}\n${SECRET}`));
    expect((await emulator.messages("district")).map(({ text, delivery }) => [text, delivery])).toEqual(
      expect.arrayContaining([
        ["帮助", "acknowledged"],
        ["可用命令", undefined],
      ]),
    );
  });

  test("that fails gets the message again and then no more", async () => {
    const { emulator, posted } = await startWithHttpApp({});
    await emulator.control("/settings", { redeliverAfterMs: 100 });

    await emulator.control("/users/district/say", { text: "帮助" });
    await emulator.idle();

    expect(posted()).toHaveLength(2);
    expect((await emulator.messages("district")).at(0)?.delivery).toBe("lost");
  });

  test("without an address for messages gets none, which is warned of at once", async () => {
    const emulator = await startEmulator();
    await emulator.control("/apps", { ...credentials, name: "家园助手", mode: "http" });

    await emulator.control("/users/district/say", { text: "帮助" });

    expect((await emulator.idle()).status).toBe(200);
    expect((await emulator.messages("district")).at(0)?.delivery).toBe("lost");
    expect(await appOf(emulator).warnings()).toContain("message.noUrl");
  });

  test("that only names another address has not taken the message", async () => {
    const { emulator, posted } = await startWithHttpApp({ "/message": { msgtype: "empty" } }, "/moved");
    await emulator.control("/settings", { redeliveries: 0, redeliverAfterMs: 20 });

    await emulator.control("/users/district/say", { text: "帮助" });
    await emulator.idle();

    expect(posted()).toEqual([]);
    expect((await emulator.messages("district")).at(0)?.delivery).toBe("lost");
  });

  test("stands in the traffic with its person, what it was sent and what it answered, events in clear", async () => {
    const answer = { msgtype: "text", text: { content: "可用命令" } };
    const { emulator } = await startWithHttpApp({ "/message": answer, "/event": TAKEN });

    await emulator.control("/users/district/say", { text: "帮助" });
    await emulator.control("/users", { userId: "auditor", name: "审计人员" });
    await emulator.idle();

    const pushes = (await appOf(emulator).traffic()).filter(({ way, kind }) => way === "toBot" && kind === "http");
    expect(pushes.map(({ name, userIds, status }) => ({ name, userIds, status }))).toEqual([
      { name: "POST check_url", userIds: undefined, status: 200 },
      { name: "POST /v1.0/im/bot/messages/get", userIds: ["district"], status: 200 },
      { name: "POST user_add_org", userIds: ["auditor"], status: 200 },
    ]);
    expect(pushes[1]?.response).toEqual(answer);
    expect(pushes[2]?.request).toMatchObject({ body: { EventType: "user_add_org", userId: ["auditor"] } });
  });

  test("does not get a message that is dropped on its way, and gets the next try", async () => {
    const { emulator, posted } = await startWithHttpApp({ "/message": { msgtype: "empty" } });
    await emulator.control("/settings", { redeliverAfterMs: 100 });
    await emulator.control("/faults", { rules: [{ match: { topic: MESSAGES }, action: "drop", times: 1 }] });

    await emulator.control("/users/district/say", { text: "帮助" });
    await emulator.idle();

    expect(posted()).toHaveLength(1);
    expect((await emulator.messages("district")).at(0)?.delivery).toBe("acknowledged");
  });

  test("gets a message twice whose answer is lost", async () => {
    const { emulator, posted } = await startWithHttpApp({ "/message": { msgtype: "empty" } });
    await emulator.control("/settings", { redeliverAfterMs: 100 });
    await emulator.control("/faults", { rules: [{ match: { topic: MESSAGES }, action: "loseReply", times: 1 }] });

    await emulator.control("/users/district/say", { text: "帮助" });
    await emulator.idle();

    expect(posted()).toHaveLength(2);
    expect(new Set(posted().map(({ body }) => body.msgId)).size).toBe(1);
  });

  test("gets events encrypted and signed", async () => {
    const { emulator, posted } = await startWithHttpApp({ "/event": TAKEN });

    await emulator.control("/users", { userId: "auditor", name: "审计人员" });
    await emulator.idle();

    const [push] = posted();
    const { signature, timestamp, nonce } = push?.query ?? {};
    const encrypt = String(push?.body.encrypt);
    const parts = [EVENT_TOKEN, String(timestamp), String(nonce), encrypt].sort((one, other) => (one < other ? -1 : 1));
    expect(signature).toBe(createHash("sha1").update(parts.join("")).digest("hex"));
    expect(decrypted(encrypt)).toMatchObject({ EventType: "user_add_org", userId: ["auditor"] });
  });

  test("is asked whether its address can open events when it is set up", async () => {
    const fit = await startWithHttpApp({ "/event": TAKEN });
    const unfit = await startWithHttpApp({ "/event": { msg: "success" } });
    const absent = await startWithHttpApp({});

    expect(fit.all.map(({ body }) => decrypted(String(body.encrypt)))).toEqual([{ EventType: "check_url" }]);
    expect(await appOf(fit.emulator).warnings()).toEqual([]);
    expect(await appOf(unfit.emulator).warnings()).toEqual(["event.badReply", "event.badUrl"]);
    expect(await appOf(absent.emulator).warnings()).toEqual(["event.badUrl"]);
  });

  test.each([
    ["is not encrypted", { success: true }],
    ["is signed with another token", sealed("success", "other-token")],
    ["is another text", sealed("fail")],
  ])("gets an event twice again when its answer %s", async (_what, answer) => {
    const { emulator, posted } = await startWithHttpApp({ "/event": answer });
    await emulator.control("/settings", { redeliverAfterMs: 100 });

    await emulator.control("/users", { userId: "auditor", name: "审计人员" });
    await emulator.idle();

    expect(posted()).toHaveLength(3);
    expect(await appOf(emulator).warnings()).toContain("event.badReply");
  });

  test("answers a press at its registered address", async () => {
    const face = {
      cardUpdateOptions: { updateCardDataByKey: true },
      cardData: { cardParamMap: { title: "已接受" } },
    };
    const { emulator, posted, url, platform } = await startWithHttpApp({ "/card": face });
    const route = { callbackRouteKey: "board", callbackUrl: `${url}/card`, apiSecret: "route-secret" };
    await platform("/v1.0/card/callbacks/register", route);
    await platform("/v1.0/card/instances/createAndDeliver", {
      cardTemplateId: TEMPLATE,
      outTrackId: "card-1",
      callbackType: "HTTP",
      callbackRouteKey: "board",
      cardData: { cardParamMap: { title: "请确认", buttonStatus: "normal" } },
      openSpaceId: "dtv1.card//IM_ROBOT.district",
      imRobotOpenDeliverModel: { spaceType: "IM_ROBOT" },
    });

    const { body } = await emulator.control("/users/district/press", { outTrackId: "card-1", actionId: "accept" });

    expect(body).toEqual({ accepted: true, version: 2 });
    const headers = posted()[0]?.headers ?? {};
    expect(headers["x-ddpaas-signature"]).toBe(hmac("route-secret", String(headers["x-ddpaas-signature-timestamp"])));
    expect((await emulator.card("district", "card-1")).data.title).toBe("已接受");
  });
});

/** The event inside its envelope: 16 random bytes, length, text, owner, padding. */
function decrypted(encrypt: string): unknown {
  const key = Buffer.from(`${EVENT_KEY}=`, "base64");
  const decipher = createDecipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(encrypt, "base64"), decipher.final()]);
  const length = plain.readUInt32BE(16);
  expect(plain.length % 32).toBe(0);
  expect(plain.subarray(20 + length, 20 + length + 11).toString()).toBe("dingtestapp");
  return JSON.parse(plain.subarray(20, 20 + length).toString());
}

const eventType = ({ encrypt }: Record<string, unknown>): unknown =>
  (decrypted(String(encrypt)) as { EventType?: string }).EventType;

/** An answer as the official libraries make it. */
function sealed(text: string, token = EVENT_TOKEN): object {
  const key = Buffer.from(`${EVENT_KEY}=`, "base64");
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const plain = Buffer.concat([Buffer.alloc(16, 1), length, Buffer.from(`${text}dingtestapp`)]);
  const missing = 32 - (plain.length % 32);
  const cipher = createCipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
  const encrypt = Buffer.concat([
    cipher.update(Buffer.concat([plain, Buffer.alloc(missing, missing)])),
    cipher.final(),
  ]).toString("base64");
  const [timeStamp, nonce] = ["1700000000000", "nonce"];
  const msg_signature = createHash("sha1").update([token, timeStamp, nonce, encrypt].sort().join("")).digest("hex");
  return { msg_signature, timeStamp, nonce, encrypt };
}
