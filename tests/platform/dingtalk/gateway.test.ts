import { sample } from "dingtalk-payloads/samples/sample.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Chat, OutboundCard } from "../../../src/platform/chat/ports.ts";
import type { View } from "../../../src/platform/chat/view.ts";
import { groupId, staffId } from "../../../src/shared/brand.ts";
import { botOn } from "./bot.ts";
import { type Platform, startPlatform } from "./platform.ts";

const DELIVER = "POST /v1.0/card/instances/createAndDeliver";
const DELIVER_AGAIN = "POST /v1.0/card/instances/deliver";
const UPDATE = "PUT /v1.0/card/instances";
const DIRECT = "POST /v1.0/robot/oToMessages/batchSend";
const GROUP = "POST /v1.0/robot/groupMessages/send";
const UPLOAD = "POST /media/upload";
const DOWNLOAD = "POST /v1.0/robot/messageFiles/download";

const person: Chat = { kind: "direct", person: staffId("yuecheng-1") };
const group: Chat = { kind: "group", group: groupId("cid") };
const view: View = { title: "进度", tone: "running", body: [{ kind: "text", text: "申报进行中。" }], actions: [] };
const card: OutboundCard = { cardId: "progress-1", chat: group, version: 1, view };
const file = { kind: "file", downloadCode: "d", fileName: "附件.docx" } as const;

let platform: Platform;
beforeEach(async () => {
  platform = await startPlatform();
  platform.answer("POST /v1.0/oauth2/accessToken", { body: sample("87") });
});
afterEach(() => platform.close());

const bodies = (call: string) =>
  platform.requests.filter((each) => each.call === call).map((each) => JSON.parse(each.body));

describe("a card", () => {
  test("is sent with its receipt", async () => {
    platform.answer(DELIVER, { body: sample("52") });

    const outcome = await botOn(platform, "t.schema").gateway.sendCard(card);

    expect(outcome).toEqual({ kind: "sent", receipt: "4v+AzUEDuC0dKuO=" });
    expect(bodies(DELIVER)).toMatchObject([{ outTrackId: "progress-1", openSpaceId: "dtv1.card//IM_GROUP.cid" }]);
  });

  test("that exists already counts as sent, in whatever version", async () => {
    platform.answer(DELIVER, { status: 400, body: { code: "param.cardAlreadyExist" } });

    expect(await botOn(platform, "t.schema").gateway.sendCard(card)).toEqual({ kind: "sent", existed: true });
  });

  test("that was made but not shown is shown with a second call", async () => {
    platform.answer(DELIVER, { body: sample("53") });
    platform.answer(DELIVER_AGAIN, { body: sample("56") });

    const outcome = await botOn(platform, "t.schema").gateway.sendCard(card);

    expect(outcome).toEqual({ kind: "sent", receipt: "4v+AzUEDuC0dKuO=" });
    expect(bodies(DELIVER_AGAIN)).toEqual([
      {
        outTrackId: "progress-1",
        openSpaceId: "dtv1.card//IM_GROUP.cid",
        imGroupOpenDeliverModel: { robotCode: "robot" },
      },
    ]);
  });

  test("that cannot be shown at all is refused, because repeating would look like success", async () => {
    platform.answer(DELIVER, { body: sample("53") });
    platform.answer(DELIVER_AGAIN, "cut");

    expect(await botOn(platform, "t.schema").gateway.sendCard(card)).toMatchObject({ kind: "refused" });
  });

  test("whose template is missing is refused", async () => {
    platform.answer(DELIVER, { status: 400, body: { code: "param.templateNotExist" } });

    const outcome = await botOn(platform, "t.schema").gateway.sendCard(card);

    expect(outcome).toEqual({ kind: "refused", reason: "param.templateNotExist" });
  });

  test("is updated by key", async () => {
    platform.answer(UPDATE, { body: { success: true, result: true } });

    const outcome = await botOn(platform, "t.schema").gateway.updateCard({ ...card, version: 2 });

    expect(outcome).toEqual({ kind: "sent" });
    expect(bodies(UPDATE)).toMatchObject([
      {
        outTrackId: "progress-1",
        cardData: { cardParamMap: { title: "进度", version: "2" } },
        cardUpdateOptions: { updateCardDataByKey: true },
      },
    ]);
  });

  test("without a template goes out as a message and cannot be updated", async () => {
    platform.answer(GROUP, { body: sample("63") });
    const { gateway } = botOn(platform);

    expect(gateway.interactive).toBe(false);
    expect(await gateway.sendCard(card)).toEqual({ kind: "sent", receipt: "pqk002" });
    expect(await gateway.updateCard(card)).toEqual({ kind: "refused", reason: "noCardTemplate" });
  });
});

describe("a message", () => {
  test("to a person is sent as markdown", async () => {
    platform.answer(DIRECT, { body: { processQueryKey: "k", invalidStaffIdList: [], flowControlledStaffIdList: [] } });

    const outcome = await botOn(platform).gateway.sendView(person, view);

    expect(outcome).toEqual({ kind: "sent", receipt: "k" });
    expect(bodies(DIRECT)).toMatchObject([{ robotCode: "robot", userIds: ["yuecheng-1"], msgKey: "sampleMarkdown" }]);
    expect(JSON.parse(bodies(DIRECT)[0].msgParam).title).toBe("进度");
  });

  test("to a person the platform does not know is refused", async () => {
    platform.answer(DIRECT, { body: { invalidStaffIdList: ["yuecheng-1"] } });

    const outcome = await botOn(platform).gateway.sendView(person, view);

    expect(outcome).toEqual({ kind: "refused", reason: "invalidStaffId" });
  });

  test("to a flow-controlled person is tried again later", async () => {
    platform.answer(DIRECT, { body: { flowControlledStaffIdList: ["yuecheng-1"] } });

    await expect(botOn(platform).gateway.sendView(person, view)).rejects.toMatchObject({ code: "throttled" });
  });

  test("whose markdown fails the content check goes out as plain text", async () => {
    const unsafe = { status: 400, body: { code: "contain.unsafe.url" } };
    platform.answer(GROUP, unsafe, { body: sample("63") });

    const outcome = await botOn(platform).gateway.sendView(group, view);

    expect(outcome).toEqual({ kind: "sent", receipt: "pqk002" });
    expect(bodies(GROUP).map((body) => body.msgKey)).toEqual(["sampleMarkdown", "sampleText"]);
  });

  test("in several parts repeats only the part that failed", async () => {
    const paragraph = { kind: "text", text: "评".repeat(3000) } as const;
    const throttled = { status: 403, body: sample("82") };
    platform.answer(GROUP, { body: sample("63") }, throttled, { body: sample("63") });

    await botOn(platform).gateway.sendView(group, { ...view, body: [paragraph, paragraph] });

    expect(bodies(GROUP).map((body) => JSON.parse(body.msgParam).title)).toEqual([
      "进度（1/2）",
      "进度（2/2）",
      "进度（2/2）",
    ]);
  });
});

describe("a file", () => {
  test("is uploaded and then sent", async () => {
    platform.answer(UPLOAD, { body: sample("68") });
    platform.answer(GROUP, { body: sample("63") });

    const outcome = await botOn(platform).gateway.sendFile(group, { name: "附件4.xlsx", bytes: Buffer.from("PK") });

    expect(outcome).toEqual({ kind: "sent", receipt: "pqk002" });
    const upload = platform.requests.find((each) => each.call === UPLOAD);
    expect(upload?.query.type).toBe("file");
    expect(upload?.body).toContain('name="media"; filename="附件4.xlsx"');
    expect(JSON.parse(bodies(GROUP)[0].msgParam)).toEqual({
      mediaId: "@lAzPDg001",
      fileName: "附件4.xlsx",
      fileType: "xlsx",
    });
  });

  test("that goes to many is uploaded once, under another name or with other content anew", async () => {
    platform.answer(UPLOAD, { body: sample("68") });
    platform.answer(GROUP, { body: sample("63") });
    const { gateway } = botOn(platform);
    const uploads = () => platform.requests.filter(({ call }) => call === UPLOAD).length;
    const send = (name: string, content: string) => gateway.sendFile(group, { name, bytes: Buffer.from(content) });

    await Promise.all([send("附件4.xlsx", "PK"), send("附件4.xlsx", "PK")]);
    await send("附件4.xlsx", "PK");
    expect([uploads(), bodies(GROUP).length]).toEqual([1, 3]);

    await send("名单.xlsx", "PK");
    await send("附件4.xlsx", "PK2");
    expect(uploads()).toBe(3);
  });

  test("refused under an id of before is uploaded anew and sent once more; under a new one it stays refused", async () => {
    const refused = { status: 400, body: sample("85") };
    platform.answer(UPLOAD, { body: sample("68") });
    platform.answer(GROUP, { body: sample("63") }, refused, { body: sample("63") }, refused);
    const { gateway } = botOn(platform);
    const uploads = () => platform.requests.filter(({ call }) => call === UPLOAD).length;
    const send = (name: string) => gateway.sendFile(group, { name, bytes: Buffer.from("PK") });

    await send("附件4.xlsx");
    expect((await send("附件4.xlsx")).kind).toBe("sent");
    expect([uploads(), bodies(GROUP).length]).toEqual([2, 3]);

    expect((await send("名单.xlsx")).kind).toBe("refused");
    expect([uploads(), bodies(GROUP).length]).toEqual([3, 4]);
  });

  test("whose upload failed is uploaded anew", async () => {
    platform.answer(UPLOAD, { body: { errcode: 40004, errmsg: "不合法的媒体文件类型" } });
    platform.answer(GROUP, { body: sample("63") });
    const { gateway } = botOn(platform);
    const send = () => gateway.sendFile(group, { name: "附件4.xlsx", bytes: Buffer.from("PK") });

    expect((await send()).kind).toBe("refused");
    platform.answer(UPLOAD, { body: sample("68") });

    expect(await send()).toEqual({ kind: "sent", receipt: "pqk002" });
  });

  test.each(["进度.csv", "照片", "说明.txt"])("named %s is refused without a call", async (name) => {
    const outcome = await botOn(platform).gateway.sendFile(group, { name, bytes: Buffer.from("a") });

    expect(outcome.kind).toBe("refused");
    expect(platform.requests).toEqual([]);
  });

  test("of a direct chat counts as its person's, one of a group as nobody's", async () => {
    platform.answer(DOWNLOAD, { body: { downloadUrl: `${platform.base}/files/d` } });
    platform.answer("GET /files/d", { body: "a" });
    const { gateway, counted } = botOn(platform);

    await gateway.download(file, { kind: "direct", person: staffId("one") });
    await gateway.download(file, group);

    expect(counted).toEqual([`${DOWNLOAD} of one`, DOWNLOAD]);
  });

  test.each([
    ["of the allowed size", 16, "a".repeat(16)],
    ["of nothing", 16, ""],
  ])("%s is received", async (_, _limit, content) => {
    platform.answer(DOWNLOAD, { body: { downloadUrl: `${platform.base}/files/d` } });
    platform.answer("GET /files/d", { body: content });

    expect((await botOn(platform).gateway.download(file, group)).toString()).toBe(content);
  });

  test("that is too large is refused with a sentence", async () => {
    platform.answer(DOWNLOAD, { body: { downloadUrl: `${platform.base}/files/d` } });
    platform.answer("GET /files/d", { body: "a".repeat(17) });

    await expect(botOn(platform).gateway.download(file, group)).rejects.toMatchObject({ code: "chat.file-too-large" });
  });

  test("from another host is refused with a sentence", async () => {
    platform.answer(DOWNLOAD, { body: { downloadUrl: "http://files.example.cn/d" } });

    await expect(botOn(platform).gateway.download(file, group)).rejects.toMatchObject({
      code: "chat.file-foreign-host",
    });
  });

  test("whose code has expired is refused with a sentence", async () => {
    platform.answer(DOWNLOAD, { status: 400, body: { code: "invalidParameter.robotCode.downloadCode" } });

    await expect(botOn(platform).gateway.download(file, group)).rejects.toMatchObject({ code: "chat.file-expired" });
  });
});
