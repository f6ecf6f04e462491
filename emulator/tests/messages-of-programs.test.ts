import { describe, expect, test } from "vitest";
import { appOf } from "./support/app.ts";
import { connectBot } from "./support/stream-client.ts";
import { credentials, GROUP, seed, startEmulator } from "./support/world.ts";

const { robotCode } = credentials;

async function startSending() {
  const emulator = await startEmulator();
  const send = async (msgKey: string, param: object) => {
    const body = { robotCode, userIds: ["district"], msgKey, msgParam: JSON.stringify(param) };
    return (await emulator.platform("POST", "/v1.0/robot/oToMessages/batchSend", body)).body.code;
  };
  const upload = async (name: string) => {
    const form = new FormData();
    form.append("media", new Blob(["表格"]), name);
    const address = `/media/upload?type=file&access_token=${await emulator.token()}`;
    return (await emulator.request<{ media_id: string }>(address, { method: "POST", body: form })).body.media_id;
  };
  const last = async () => (await emulator.messages("district")).at(-1);
  return { emulator, send, upload, last, warnings: appOf(emulator).warnings };
}

describe("a robot's message", () => {
  test("in markdown without a title arrives, and is warned of", async () => {
    const { send, last, warnings } = await startSending();

    expect(await send("sampleMarkdown", { text: "**请填报**" })).toBeUndefined();
    expect(await last()).toMatchObject({ kind: "markdown", text: "**请填报**" });
    expect(await last()).not.toHaveProperty("title");
    expect(await warnings()).toEqual(["markdown.title"]);
  });

  test.each([
    ["pptx", ["file.type"]],
    // Its upload is not listed either.
    [".txt", ["file.type", "file.type"]],
  ])("with a file of the unlisted type %s arrives, and is warned of", async (fileType, warned) => {
    const { send, upload, last, warnings } = await startSending();
    const fileName = `材料.${fileType.replace(".", "")}`;

    expect(await send("sampleFile", { mediaId: await upload(fileName), fileName, fileType })).toBeUndefined();
    expect(await last()).toMatchObject({ kind: "file", file: { fileName } });
    expect(await warnings()).toEqual(warned);
  });

  test.each([
    ["sampleText", {}, "miss.param.contentOfText"],
    ["sampleMarkdown", { title: "提醒" }, "miss.param.markdownTotext"],
    ["sampleLink", { title: "附件" }, "miss.param.textOfLink"],
    ["sampleFile", { fileName: "1.xlsx", fileType: "xlsx" }, "miss.param.file"],
    ["sampleActionCard", { title: "提醒" }, "miss.param.actionCardTotext"],
  ])("%s without %o is refused as %s", async (msgKey, param, code) => {
    const { send, last } = await startSending();

    expect(await send(msgKey, param)).toBe(code);
    expect(await last()).toBeUndefined();
  });

  test("that is a link has its title and is pressed as a whole", async () => {
    const { emulator, send, last } = await startSending();
    await send("sampleLink", { title: "实施方案", text: "请查收", messageUrl: "https://example.com/plan" });
    const message = await last();

    expect(message).toMatchObject({ title: "实施方案", text: "请查收", links: [{ label: "实施方案", look: "tile" }] });
    const { body } = await emulator.control("/users/district/follow", { linkId: message?.links?.[0]?.linkId });
    expect(body).toEqual({ kind: "opened", url: "https://example.com/plan" });
  });

  test("with buttons draws none without words, and says when they stand side by side", async () => {
    const { send, last } = await startSending();
    const buttons = { buttonTitle1: "同意", buttonUrl1: "https://example.com/1", buttonTitle2: "", buttonUrl2: "" };

    await send("sampleActionCard6", { title: "审批", text: "请核", ...buttons });

    const message = await last();
    expect(message?.links?.map(({ label, look }) => [label, look])).toEqual([["同意", "button"]]);
    expect(message?.buttonsInRow).toBe(true);
  });
});

describe("a message over a webhook", () => {
  const answer = async (body: object) => {
    const emulator = await startEmulator();
    const bot = await connectBot(emulator.url);
    await emulator.control("/users/district/say", { text: "帮助" });
    await emulator.idle();
    const { pathname, search } = new URL(String(bot.messages[0]?.data.sessionWebhook));
    const init = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
    const reply = await emulator.request(`${pathname}${search}`, init);
    return { reply: reply.body, last: (await emulator.messages("district")).at(-1) };
  };
  const btns = [
    { title: "同意", actionURL: "https://example.com/1" },
    { title: "退回", actionURL: "https://example.com/2" },
  ];

  test.each([
    ["0", undefined],
    ["1", true],
  ])(
    "with an empty single title and buttons in the order %s draws its buttons alone",
    async (btnOrientation, inRow) => {
      const actionCard = { title: "审批", text: "请核", singleTitle: "", singleURL: "", btnOrientation, btns };
      const { last } = await answer({ msgtype: "actionCard", actionCard });

      expect(last?.links?.map(({ label }) => label)).toEqual(["同意", "退回"]);
      expect(last?.buttonsInRow).toBe(inRow);
    },
  );

  test("with a feed is one tile an entry", async () => {
    const links = [
      { title: "方案", messageURL: "https://example.com/1", picURL: "" },
      { title: "附件", messageURL: "https://example.com/2", picURL: "" },
    ];
    const { last } = await answer({ msgtype: "feedCard", feedCard: { links } });

    expect(last?.links?.map(({ label, look }) => [label, look])).toEqual([
      ["方案", "tile"],
      ["附件", "tile"],
    ]);
  });

  test.each([
    [{ msgtype: "markdown", markdown: { title: "帮助" } }, "miss param : markdown->text"],
    [{ msgtype: "dance" }, "miss param : msgtype"],
    [{}, "miss param : msgtype"],
  ])("%o is refused by what it misses", async (body, errmsg) => {
    expect((await answer(body)).reply).toEqual({ errcode: 40035, errmsg });
  });
});

describe("a group with two robots", () => {
  const other = { clientId: "dingother", clientSecret: "other-secret", robotCode: "dingother", name: "另一助手" };

  const start = async () => {
    const [group] = seed.groups;
    const emulator = await startEmulator({
      seed: {
        ...seed,
        apps: [...seed.apps, other],
        groups: group ? [{ ...group, robotCodes: [robotCode, other.robotCode] }] : [],
      },
    });
    const bot = await connectBot(emulator.url);
    const say = async (text: string, more: object = {}) => {
      const heard = bot.messages.length;
      await emulator.control("/users/district/say", { conversationId: GROUP, text, ...more });
      await emulator.idle();
      const message = (await emulator.messages("district", GROUP)).findLast((one) => one.text === text);
      return { heard: bot.messages.slice(heard).map(({ data }) => data.text), delivery: message?.delivery };
    };
    return { say };
  };

  test("lets the one hear that is named, the first where none is, and both where both are", async () => {
    const { say } = await start();

    expect(await say("进度")).toEqual({ heard: [{ content: " 进度" }], delivery: "acknowledged" });
    expect(await say("@另一助手 进度")).toEqual({ heard: [], delivery: "lost" });
    expect(await say("@家园助手 @另一助手 进度")).toEqual({
      heard: [{ content: " @另一助手 进度" }],
      delivery: "acknowledged",
    });
    expect(await say("进度", { robotCode: "dingother" })).toEqual({ heard: [], delivery: "lost" });
    expect(await say("进度", { at: false })).toEqual({ heard: [], delivery: "notAddressed" });
  });
});

test("ids of chats and keys of messages hold signs that an address must encode", async () => {
  const emulator = await startEmulator();
  const bot = await connectBot(emulator.url);
  await emulator.control("/users/district/say", { text: "帮助" });
  await emulator.idle();
  const made = await emulator.control<{ conversationId: string }>("/groups", {
    title: "新群",
    memberIds: ["district"],
  });
  const body = { robotCode, userIds: ["district"], msgKey: "sampleText", msgParam: '{"content":"好"}' };
  const sent = await emulator.platform<{ processQueryKey: string }>("POST", "/v1.0/robot/oToMessages/batchSend", body);
  const ids = [bot.messages[0]?.data.conversationId, made.body.conversationId, sent.body.processQueryKey].map(String);

  for (const id of ids) expect([id.includes("+"), id.includes("/"), id.endsWith("=")]).toEqual([true, true, true]);
});

test("a route key that another address has taken is refused by the platform's own code, unless it is forced", async () => {
  const emulator = await startEmulator();
  const register = async (callbackUrl: string, more: object = {}) => {
    const body = { callbackRouteKey: "cards", callbackUrl, ...more };
    const reply = await emulator.platform("POST", "/v1.0/card/callbacks/register", body);
    return [reply.status, reply.body.code];
  };
  const [first, second] = ["https://example.com/1", "https://example.com/2"];

  expect(await register(first)).toEqual([200, undefined]);
  expect(await register(first)).toEqual([200, undefined]);
  expect(await register(second)).toEqual([500, "param.callbackRouteKeyExist"]);
  expect(await register(second, { forceUpdate: true })).toEqual([200, undefined]);
});
