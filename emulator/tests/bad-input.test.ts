import { once } from "node:events";
import { readdirSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { createEmulator } from "../src/create-emulator.ts";
import { exportOf, shownWhen, words } from "./card/export-of.ts";
import { driver } from "./support/driver.ts";
import { connectBot } from "./support/stream-client.ts";
import { credentials, GROUP, NOW, seed, startEmulator, TEMPLATE, temporaryFolder } from "./support/world.ts";

type Emulator = Awaited<ReturnType<typeof startEmulator>>;

/** For what changes nothing: the emulator goes on to the next refusal. */
let shared: Emulator;
beforeAll(async () => {
  const emulator = await createEmulator({ port: 0, seed, now: new Date(NOW) });
  shared = { ...emulator, ...driver(emulator.url) };
  await shared.control("/settings", { redeliveries: 0 });
});
afterAll(() => shared.close());

const { robotCode } = credentials;
const CREATE = "/v1.0/card/instances/createAndDeliver";
const TO_GROUP = "/v1.0/robot/groupMessages/send";
const MB = 1024 * 1024;

/** Whatever happened before, the next person is heard. */
async function expectAlive(emulator: Emulator): Promise<void> {
  const { status } = await emulator.control("/users/outsider/say", { text: "还在吗" });
  expect(status).toBe(200);
  expect((await emulator.messages("outsider")).at(-1)).toMatchObject({ text: "还在吗" });
}

async function startLive(options: Parameters<typeof startEmulator>[0] = {}): Promise<Emulator> {
  const emulator = await startEmulator(options);
  await emulator.control("/settings", { redeliveries: 0, cardAnswerMs: 30 });
  return emulator;
}

const post = (emulator: Emulator, path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  emulator.request<Record<string, unknown>>(path, { method: "POST", headers, body });

const upload = async (emulator: Emulator, part: string | File) => {
  const form = new FormData();
  form.append("media", part);
  return post(emulator, `/media/upload?type=file&access_token=${await emulator.token()}`, form);
};

const drop = (emulator: Emulator, file: File) => {
  const form = new FormData();
  form.append("file", file);
  return post(emulator, "/_emulator/users/district/drop", form);
};

const cardFor = (openSpaceId: string, more: object = {}) => ({
  cardTemplateId: TEMPLATE,
  outTrackId: "card-1",
  callbackType: "STREAM",
  cardData: { cardParamMap: { title: "推荐名单", v: "1", buttonStatus: "normal" } },
  openSpaceId,
  imGroupOpenDeliverModel: { robotCode },
  imRobotOpenDeliverModel: { spaceType: "IM_ROBOT" },
  ...more,
});

describe("a button that only one person's own values show", () => {
  const approve = {
    componentName: "SingleButton",
    id: "node_approve",
    props: {
      text: words("批准"),
      actionType: "request",
      actionId: words("approve"),
      ...shownWhen("and", { variable: "mayApprove", op: "isTrue" }),
    },
  };

  const show = async () => {
    const emulator = await startLive();
    const bot = await connectBot(emulator.url, { answersPress: () => ({}) });
    const template = exportOf({ components: [approve], variables: { mayApprove: "boolean" } });
    await emulator.control("/templates", { templateId: TEMPLATE, export: template });
    const privateData = { organizer: { cardParamMap: { mayApprove: "true" } } };
    await emulator.platform("POST", CREATE, cardFor(`dtv1.card//IM_GROUP.${GROUP}`, { privateData }));
    return { emulator, bot };
  };

  test("cannot be pressed by another, whose phone does not show it", async () => {
    const { emulator, bot } = await show();
    const press = { outTrackId: "card-1", actionId: "approve" };

    const byOther = await emulator.control<{ error: { code: string } }>("/users/district/press", press);
    const byOwner = await emulator.control("/users/organizer/press", press);

    expect([byOther.status, byOther.body.error.code]).toEqual([404, "actionUnknown"]);
    expect(byOwner.body).toEqual({ accepted: true, version: 1 });
    expect(bot.presses.map(({ data }) => data.userId)).toEqual(["organizer"]);
  });

  test("can be claimed by a tampered client of another, and the bot hears who it was", async () => {
    const { emulator, bot } = await show();

    await emulator.control("/users/district/callback", { outTrackId: "card-1", actionIds: ["approve"], params: {} });

    expect(bot.presses.map(({ data }) => [data.userId, data.outTrackId])).toEqual([["district", "card-1"]]);
    await expectAlive(emulator);
  });
});

describe("what nobody knows", () => {
  const card = { outTrackId: "card-1" };
  beforeAll(async () => {
    const form = JSON.stringify({ fields: [{ name: "reason", label: "说明", type: "TEXT" }] });
    const cardData = { cardParamMap: { title: "推荐名单", form } };
    await shared.platform("POST", CREATE, cardFor("dtv1.card//IM_ROBOT.district", { cardData }));
  });

  test.each<[string, string, object, number, string]>([
    ["a person", "/users/ghost/say", { text: "你好" }, 404, "userUnknown"],
    ["a person named like a part of the language", "/users/__proto__/say", { text: "你好" }, 404, "userUnknown"],
    ["a chat", "/users/district/say", { conversationId: "cidNONE==", text: "你好" }, 404, "conversationUnknown"],
    ["a message to quote", "/users/district/say", { text: "你好", quote: "m999" }, 404, "messageUnknown"],
    ["a message to read", "/users/district/read", { messageId: "m999" }, 404, "messageUnknown"],
    ["a message to take back", "/users/district/recall", { msgId: "none" }, 404, "messageUnknown"],
    ["a link", "/users/district/follow", { linkId: "m:m1:9" }, 404, "linkUnknown"],
    ["a link on a card", "/users/district/follow", { linkId: "c:none:1" }, 404, "cardUnknown"],
    ["a card", "/users/district/press", { outTrackId: "none", actionId: "accept" }, 404, "cardUnknown"],
    ["a version", "/users/district/press", { ...card, actionId: "accept", version: 9 }, 404, "versionUnknown"],
    ["an action", "/users/district/press", { ...card, actionId: "none" }, 404, "actionUnknown"],
    ["a form", "/users/district/submit", { ...card, formId: "none", values: {} }, 404, "formUnknown"],
    ["a field", "/users/district/submit", { ...card, values: { none: 1 } }, 400, "fieldUnknown"],
    ["a group to join", "/groups/cidNONE/members", { userIds: ["district"] }, 404, "conversationUnknown"],
    ["someone to join", `/groups/${encodeURIComponent(GROUP)}/members`, { userId: "ghost" }, 404, "userUnknown"],
    ["a word as a moment", "/clock/advance", { to: "明天" }, 400, "badRequest"],
  ])("is refused by name: %s", async (_what, path, body, status, code) => {
    const reply = await shared.control<{ error: { code: string } }>(path, body);

    expect([reply.status, reply.body.error.code]).toEqual([status, code]);
    await expectAlive(shared);
  });
});

describe("a body that cannot be read", () => {
  test("is refused by each interface in its own words", async () => {
    const token = await shared.token();
    const json = { "content-type": "application/json", "x-acs-dingtalk-access-token": token };

    const control = await post(shared, "/_emulator/users/district/say", "{", json);
    const api = await post(shared, TO_GROUP, "{", json);
    const list = await post(shared, TO_GROUP, "[]", json);
    const old = await post(shared, `/topapi/v2/user/get?access_token=${token}`, "{", json);

    expect([control.status, Object(control.body.error).code]).toEqual([400, "badJson"]);
    expect([api.status, api.body.code, list.status, list.body.code]).toEqual([
      400,
      "invalidParameter",
      400,
      "invalidParameter",
    ]);
    expect([old.status, old.body.errcode]).toEqual([200, 40035]);
    await expectAlive(shared);
  });

  test("because it is far too large is refused before it is read", async () => {
    const status = await new Promise((resolve) => {
      const headers = { "content-type": "application/json", "content-length": 300 * MB };
      const request = httpRequest(`${shared.url}${TO_GROUP}`, { method: "POST", headers }, (reply) => {
        resolve(reply.statusCode);
        request.destroy();
      });
      request.on("error", () => {});
      request.flushHeaders();
    });

    expect(status).toBe(413);
    await expectAlive(shared);
  });

  test("as a frame above a megabyte ends its stream alone", async () => {
    const opening = { ...credentials, subscriptions: [{ type: "EVENT", topic: "*" }] };
    const path = "/v1.0/gateway/connections/open";
    const { body } = await post(shared, path, JSON.stringify(opening), { "content-type": "application/json" });
    const socket = new WebSocket(`${body.endpoint}?ticket=${body.ticket}`);
    onTestFinished(() => socket.terminate());
    await once(socket, "open");

    socket.send("a".repeat(MB + 1));

    const [code] = await once(socket, "close");
    expect(code).toBe(1009);
    await expectAlive(shared);
  });
});

describe("an upload", () => {
  test.each<[string, string | File, number]>([
    ["of nothing but words", "台账", 41005],
    ["without a name", new File(["台账"], ""), 41005],
    ["without content", new File([], "台账.xlsx"), 40006],
    ["of a kind that is not taken", new File(["台账"], "台账.csv"), 40004],
    ["named after no kind at all", new File(["台账"], "台账"), 40004],
    ["of one byte above 20 MB", new File([Buffer.alloc(20 * MB + 1)], "台账.zip"), 40006],
    ["of more than is ever read", new File([Buffer.alloc(25 * MB + 1)], "台账.zip"), 40006],
  ])("%s is refused", async (_what, part, errcode) => {
    const { status, body } = await upload(shared, part);

    expect([status, body.errcode]).toEqual([200, errcode]);
    await expectAlive(shared);
  });

  test("that is no form at all is refused", async () => {
    const path = `/media/upload?type=file&access_token=${await shared.token()}`;
    const { body } = await post(shared, path, "{}", { "content-type": "application/json" });

    expect(body.errcode).toBe(43008);
  });
});

describe("the name of a file", () => {
  test("that points elsewhere is only a name", async () => {
    const folder = temporaryFolder();
    const emulator = await startLive({ dataDir: folder });

    await drop(emulator, new File(["公文"], "../../../../evil.docx"));
    await upload(emulator, new File(["台账"], "..\\..\\evil.xlsx"));

    expect(await emulator.messages("district")).toMatchObject([{ file: { fileName: "evil.docx" } }]);
    expect(readdirSync(folder)).toEqual(["emulator"]);
    expect(readdirSync(join(folder, "emulator", "files")).every((name) => /^f[0-9a-f]{18}$/.test(name))).toBe(true);
    const outside = encodeURIComponent("../world.json");
    expect((await fetch(`${emulator.url}/_emulator/files/${outside}`)).status).toBe(404);
    expect((await fetch(`${emulator.url}/download/${outside}`)).status).toBe(403);
    await expectAlive(emulator);
  });

  test.each([
    ["with signs that nobody sees", "公\u0000文\u0007\u202e.docx"],
    ["with quotes and what looks like another header's value", "公'文*(1);filename=evil.exe"],
    ["that a system keeps for itself", "CON"],
    ["of 300 characters", `${"长".repeat(295)}.docx`],
  ])("%s reaches the bot as it is, and its bytes are to be had", async (_, name) => {
    const emulator = await startLive();
    const bot = await connectBot(emulator.url);

    await drop(emulator, new File(["公文"], name));
    await emulator.idle();

    expect(bot.messages.map(({ data }) => Object(data.content).fileName)).toEqual([name]);
    const fileId = (await emulator.messages("district"))[0]?.file?.fileId;
    const reply = await fetch(`${emulator.url}/_emulator/files/${fileId}`);
    expect([reply.status, await reply.text()]).toEqual([200, "公文"]);
    // RFC 8187: nothing but its own characters, of which the quote is none.
    const [, encoded = ""] =
      /^attachment; filename\*=UTF-8''([\w!#$&+.^`|~%-]+)$/.exec(reply.headers.get("content-disposition") ?? "") ?? [];
    expect(decodeURIComponent(encoded)).toBe(name);
  });

  test("that is missing makes it no file", async () => {
    const emulator = await startLive();

    const { status, body } = await drop(emulator, new File(["公文"], ""));

    expect([status, Object(body.error).code]).toEqual([400, "noFile"]);
  });
});

test.each([
  ["ten thousand characters", "评".repeat(10_000)],
  ["signs that nobody sees, and half a sign", "a\u0000b\u0007\u202e\ud800"],
  ["markup and a quote that never ends", '<script>alert(1)</script>{{"'],
])("a text of %s is shown and reaches the bot as it was typed", async (_what, text) => {
  const emulator = await startLive();
  const bot = await connectBot(emulator.url);

  await emulator.control("/users/district/say", { text });
  await emulator.idle();

  expect(bot.messages.map(({ data }) => Object(data.text).content)).toEqual([text]);
  expect(await emulator.messages("district")).toMatchObject([{ text, delivery: "acknowledged" }]);
});

test("a name with signs that nobody sees is a name", async () => {
  const emulator = await startLive();
  const bot = await connectBot(emulator.url);
  const user = { userId: "../\u0000", name: "名\u0000\u202e" };

  await emulator.control("/users", user);
  await emulator.control(`/users/${encodeURIComponent(user.userId)}/say`, { text: "你好" });
  await emulator.idle();

  expect(bot.messages.map(({ data }) => [data.senderStaffId, data.senderNick])).toEqual([[user.userId, user.name]]);
  await expectAlive(emulator);
});

describe("a robot", () => {
  const message = { robotCode, openConversationId: GROUP, msgKey: "sampleText", msgParam: '{"content":"通知"}' };

  test.each([
    ["that is another app's", { robotCode: "dingother" }, "invalidParameter.robotCode.auth"],
    ["without a name", { robotCode: "" }, "invalidParameter.robotCode.empty"],
    ["that is not in the group", { openConversationId: "cidOTHER==" }, expect.stringContaining("openConversationId")],
    ["with a kind of message nobody knows", { msgKey: "sampleDance" }, "invalidParameter.msgKey.invalid"],
    ["with a message that is no JSON", { msgParam: "{" }, "invalidParameter.msgParam.invalid"],
    ["with half a message", { msgKey: "sampleMarkdown" }, "miss.param.markdownTotext"],
  ])("%s cannot send", async (_what, wrong, code) => {
    const { status, body } = await shared.platform("POST", TO_GROUP, { ...message, ...wrong });

    expect([status, body.code]).toEqual([400, code]);
    expect(await shared.messages("organizer", GROUP)).toEqual([]);
    await expectAlive(shared);
  });

  test("cannot fetch what a person sent to another, nor name another to get it", async () => {
    const emulator = await startLive();
    const bot = await connectBot(emulator.url);
    const other = { clientId: "dingother", clientSecret: "other-secret", robotCode: "dingother", name: "另一助手" };
    await emulator.control("/apps", other);
    await drop(emulator, new File(["公文"], "附件2.docx"));
    await emulator.idle();
    const { downloadCode } = Object(bot.messages[0]?.data.content);
    const path = "/v1.0/robot/messageFiles/download";
    const login = { appKey: other.clientId, appSecret: other.clientSecret };
    const json = { "content-type": "application/json" };
    const token = await post(emulator, "/v1.0/oauth2/accessToken", JSON.stringify(login), json);
    const asOther = { ...json, "x-acs-dingtalk-access-token": String(token.body.accessToken) };
    const ask = async (code: string) =>
      (await post(emulator, path, JSON.stringify({ downloadCode, robotCode: code }), asOther)).body.code;

    expect(await ask("dingother")).toBe("invalidParameter.robotCode.downloadCode");
    expect(await ask(robotCode)).toBe("invalidParameter.robotCode.auth");
  });
});

describe("what would do harm if it were taken", () => {
  test("a subscriber of the clock elsewhere than on this machine is refused", async () => {
    const emulator = await startEmulator();

    const elsewhere = await emulator.control("/clock/subscribers", { url: "http://example.com:80" });
    const here = await emulator.control("/clock/subscribers", { url: "http://127.0.0.1:9" });

    expect([elsewhere.status, here.status]).toEqual([400, 200]);
  });

  test("a setting that does not exist is refused, not passed over", async () => {
    const emulator = await startEmulator();

    expect((await emulator.control("/settings", { cardAnswer: 5 })).status).toBe(400);
  });

  test("an unknown fault is answered with those there are", async () => {
    const emulator = await startEmulator();

    const reply = await emulator.control<{ error: { message: string } }>("/faults", { rules: [{ action: "burn" }] });

    expect(reply.status).toBe(400);
    expect(reply.body.error.message).toContain("没有这种故障，可用的有 drop、delay、duplicate");
  });

  test("a file asked for without the robot is refused in the platform's words", async () => {
    const emulator = await startEmulator();

    const reply = await emulator.platform("POST", "/v1.0/robot/messageFiles/download", { downloadCode: "f1" });

    expect([reply.status, reply.body.code]).toEqual([400, "invalidParameter.robotCode.empty"]);
  });
});
