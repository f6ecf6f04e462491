import { describe, expect, test } from "vitest";
import type { EmulatedMessage } from "../src/contract/control.ts";
import { connectBot } from "./support/stream-client.ts";
import { credentials, GROUP, startEmulator } from "./support/world.ts";

type Started = Awaited<ReturnType<typeof startEmulator>>;

const picture = (name: string) => new File([Buffer.from("89504e47", "hex")], name, { type: "image/png" });
const document = new File(["公文"], "附件2.docx", { type: "application/octet-stream" });

const drop = (emulator: Started, files: File[], fields: Record<string, string> = {}) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const file of files) form.append("file", file);
  return emulator.request<{ msgIds: string[] }>("/_emulator/users/district/drop", { method: "POST", body: form });
};

describe("a dropped file", () => {
  test("reaches the bot with its name and can be fetched with its download code", async () => {
    const emulator = await startEmulator();
    const bot = await connectBot(emulator.url);

    const { body } = await drop(emulator, [document]);
    await emulator.idle();

    const data = bot.messages[0]?.data;
    expect(data).toMatchObject({ msgId: body.msgIds[0], msgtype: "file", content: { fileName: "附件2.docx" } });
    const { downloadCode } = Object(data?.content);
    const address = await emulator.platform<{ downloadUrl: string }>("POST", "/v1.0/robot/messageFiles/download", {
      downloadCode,
      robotCode: credentials.robotCode,
    });
    expect(await (await fetch(address.body.downloadUrl)).text()).toBe("公文");
  });

  test("cannot be fetched with another code", async () => {
    const emulator = await startEmulator();

    const { status, body } = await emulator.platform("POST", "/v1.0/robot/messageFiles/download", {
      downloadCode: "f1.wrong",
      robotCode: credentials.robotCode,
    });

    expect([status, body.code]).toEqual([400, "invalidParameter.robotCode.downloadCode"]);
  });

  test("is refused in a group unless it is a picture", async () => {
    const emulator = await startEmulator();
    const bot = await connectBot(emulator.url);

    const refused = await drop(emulator, [document], { conversationId: GROUP });
    const taken = await drop(emulator, [picture("现场.png")], { conversationId: GROUP });
    await emulator.idle();

    expect([refused.status, taken.status]).toEqual([409, 200]);
    expect(bot.messages.map(({ data }) => data.msgtype)).toEqual(["picture"]);
  });
});

test("several pictures with words are one rich text", async () => {
  const emulator = await startEmulator();
  const bot = await connectBot(emulator.url);

  await drop(emulator, [picture("1.png"), picture("2.png")], { text: "3-5 现场照片" });
  await emulator.idle();

  expect(bot.messages.map(({ data }) => ({ msgtype: data.msgtype, content: data.content }))).toEqual([
    {
      msgtype: "richText",
      content: {
        richText: [
          { text: "3-5 现场照片" },
          { type: "picture", downloadCode: expect.any(String), pictureDownloadCode: expect.any(String) },
          { type: "picture", downloadCode: expect.any(String), pictureDownloadCode: expect.any(String) },
        ],
      },
    },
  ]);
});

test("a voice message carries its recognised words", async () => {
  const emulator = await startEmulator();
  const bot = await connectBot(emulator.url);

  await drop(emulator, [new File(["voice"], "语音.amr")], { kind: "audio", recognition: "请延期到周五" });
  await emulator.idle();

  expect(bot.messages[0]?.data).toMatchObject({ msgtype: "audio", content: { recognition: "请延期到周五" } });
  expect(await emulator.messages("district")).toMatchObject([{ kind: "audio", text: "请延期到周五" }]);
});

test("a reply quotes the message it answers", async () => {
  const emulator = await startEmulator();
  const bot = await connectBot(emulator.url);
  const { body } = await emulator.control<{ msgId: string }>("/users/district/say", { text: "原消息" });
  const [original] = await emulator.messages("district");

  await emulator.control("/users/district/say", { text: "改为周五", quote: original?.id });
  await emulator.idle();

  expect(bot.messages[1]?.data).toMatchObject({
    originalMsgId: body.msgId,
    text: { content: "改为周五", isReplyMsg: true, repliedMsg: { msgId: body.msgId, content: { text: "原消息" } } },
  });
  const seen = async () => (await emulator.messages("district")).find(({ text }) => text === "改为周五");
  expect(await seen()).toMatchObject({ quote: { messageId: original?.id, from: "district", text: "原消息" } });
  await emulator.control("/users/district/recall", { msgId: body.msgId });
  expect((await seen())?.quote?.text).toBe("原消息已撤回");
});

test("a reply cannot quote what was said in another chat", async () => {
  const emulator = await startEmulator();
  await emulator.control("/users/district/say", { text: "不便公开的话" });
  const [elsewhere] = await emulator.messages("district");

  const reply = await emulator.control("/users/organizer/say", { text: "看到了", quote: elsewhere?.id });

  expect([reply.status, reply.body.error]).toMatchObject([404, { code: "messageUnknown" }]);
});

describe("a link in a message", () => {
  const text = `[看文件](https://example.gov.cn/plan)和[填报](dtmd://dingtalkclient/sendMessage?content=${encodeURIComponent("初评 锦绣花园")})`;
  const sendLinks = (emulator: Started) =>
    emulator.platform("POST", "/v1.0/robot/groupMessages/send", {
      robotCode: credentials.robotCode,
      openConversationId: GROUP,
      msgKey: "sampleMarkdown",
      msgParam: JSON.stringify({ title: "文件", text }),
    });

  test("that leads somewhere tells where", async () => {
    const emulator = await startEmulator();
    await sendLinks(emulator);
    const [message] = await emulator.messages("district", GROUP);
    expect(message?.links?.map(({ label }) => label)).toEqual(["看文件", "填报"]);

    const { body } = await emulator.control("/users/district/follow", { linkId: message?.links?.[0]?.linkId });

    expect(body).toEqual({ kind: "opened", url: "https://example.gov.cn/plan" });
  });

  test("that sends a message makes the person say it there", async () => {
    const emulator = await startEmulator();
    const bot = await connectBot(emulator.url);
    await sendLinks(emulator);
    const [message] = await emulator.messages("district", GROUP);

    const { body } = await emulator.control("/users/district/follow", { linkId: message?.links?.[1]?.linkId });
    await emulator.idle();

    expect(body.kind).toBe("sent");
    expect(bot.messages[0]?.data).toMatchObject({ conversationId: GROUP, text: { content: " 初评 锦绣花园" } });
  });

  test("is unknown to someone outside the group", async () => {
    const emulator = await startEmulator();
    await sendLinks(emulator);
    const [message] = await emulator.messages("district", GROUP);

    const { status } = await emulator.control("/users/outsider/follow", { linkId: message?.links?.[0]?.linkId });

    expect(status).toBe(404);
  });
});

test("reading tells the bot and shows who has read", async () => {
  const emulator = await startEmulator();
  const bot = await connectBot(emulator.url);
  await emulator.platform("POST", "/v1.0/robot/groupMessages/send", {
    robotCode: credentials.robotCode,
    openConversationId: GROUP,
    msgKey: "sampleText",
    msgParam: JSON.stringify({ content: "通知" }),
  });

  await emulator.control("/users/district/read", { messageId: "all" });
  await emulator.idle();

  expect((await emulator.messages("organizer", GROUP)).at(0)?.readBy).toEqual(["district"]);
  expect(bot.events.map((event) => event.headers.eventType)).toEqual(["robot_msg_read"]);
  expect(JSON.parse(bot.events[0]?.data ?? "")).toMatchObject({ userId: "district", openConversationId: GROUP });
});

test("a person takes back only what they sent", async () => {
  const emulator = await startEmulator();
  const { body } = await emulator.control<{ msgId: string }>("/users/district/say", { text: "误发" });

  const byOther = await emulator.control("/users/organizer/recall", { msgId: body.msgId });
  const byOwn = await emulator.control("/users/district/recall", { msgId: body.msgId });

  expect([byOther.status, byOwn.status]).toEqual([404, 200]);
  expect((await emulator.messages("district")).at(0)?.recalled).toBe(true);
});

describe("messages after a seq", () => {
  const changedSince = async (emulator: Started, query: string) =>
    (await emulator.control<{ messages: EmulatedMessage[]; seq: number }>(`/users/district/messages?${query}`)).body;

  test("are those that are new or changed since, ascending", async () => {
    const emulator = await startEmulator();
    for (const text of ["一", "二", "三"]) await emulator.control("/users/district/say", { text });
    await emulator.idle();
    const { seq, messages } = await changedSince(emulator, "");
    expect(messages.map(({ text }) => text)).toEqual(["一", "二", "三"]);
    expect((await changedSince(emulator, `after=${seq}`)).messages).toEqual([]);

    await emulator.control("/users/district/recall", { msgId: messages[0]?.msgId });

    const changed = (await changedSince(emulator, `after=${seq}`)).messages;
    expect(changed.map(({ text, recalled }) => ({ text, recalled }))).toEqual([{ text: "一", recalled: true }]);
    expect((await changedSince(emulator, "")).messages.map(({ text }) => text)).toEqual(["二", "三", "一"]);
  });

  test("come in pages with a limit, and none is left out", async () => {
    const emulator = await startEmulator();
    for (const text of ["一", "二", "三"]) await emulator.control("/users/district/say", { text });
    await emulator.idle();

    const first = await changedSince(emulator, "limit=2");
    const second = await changedSince(emulator, `limit=2&after=${first.seq}`);

    expect([...first.messages, ...second.messages].map(({ text }) => text)).toEqual(["一", "二", "三"]);
  });

  test("of all chats at once include the groups", async () => {
    const emulator = await startEmulator();
    await emulator.control("/users/organizer/say", { conversationId: GROUP, text: "各位好" });
    await emulator.control("/users/district/say", { text: "帮助" });
    await emulator.idle();

    const { messages } = await changedSince(emulator, "conversationId=*");

    expect(messages.map(({ text }) => text)).toEqual(["各位好", "帮助"]);
  });
});
