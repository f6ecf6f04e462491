import { describe, expect, test } from "vitest";
import { connectBot } from "./support/stream-client.ts";
import { credentials, GROUP, startEmulator } from "./support/world.ts";

const { robotCode } = credentials;
const BATCH = "/v1.0/robot/oToMessages/batchSend";

const markdown = (userIds: string[], text: string) => ({
  robotCode,
  userIds,
  msgKey: "sampleMarkdown",
  msgParam: JSON.stringify({ title: "提醒", text }),
});

describe("a message to several people", () => {
  test("reaches those who are there and names the others", async () => {
    const emulator = await startEmulator();

    const { status, body } = await emulator.platform("POST", BATCH, markdown(["district", "ghost"], "### 请填报"));

    expect(status).toBe(200);
    expect(body).toEqual({
      processQueryKey: expect.any(String),
      invalidStaffIdList: ["ghost"],
      flowControlledStaffIdList: [],
    });
    expect(await emulator.messages("district")).toMatchObject([
      { from: robotCode, kind: "markdown", title: "提醒", text: "### 请填报", readBy: [] },
    ]);
  });

  test("takes twenty people and no more", async () => {
    const emulator = await startEmulator();
    const people = (count: number) => Array.from({ length: count }, (_, n) => `user-${n}`);

    const twenty = await emulator.platform("POST", BATCH, markdown(people(20), "通知"));
    const more = await emulator.platform("POST", BATCH, markdown(people(21), "通知"));

    expect(twenty.status).toBe(200);
    expect([more.status, more.body.code]).toEqual([400, "invalidParameter.userIds.overMax"]);
  });

  test("tells who has read it, and no longer after a day", async () => {
    const emulator = await startEmulator();
    const sent = await emulator.platform<{ processQueryKey: string }>(
      "POST",
      BATCH,
      markdown(["district", "organizer"], "通知"),
    );
    await emulator.control("/users/district/read", { messageId: "all" });
    const query = new URLSearchParams({ robotCode, processQueryKey: sent.body.processQueryKey });
    const readStatus = async () =>
      emulator.request(`/v1.0/robot/oToMessages/readStatus?${query}`, {
        headers: { "x-acs-dingtalk-access-token": await emulator.token() },
      });

    expect((await readStatus()).body).toEqual({
      sendStatus: "SUCCESS",
      messageReadInfoList: [
        { name: "区县经办人", userId: "district", readStatus: "READ" },
        { name: "活动负责人", userId: "organizer", readStatus: "UNREAD" },
      ],
    });
    await emulator.control("/clock/advance", { ms: 24 * 60 * 60 * 1000 + 1 });
    expect((await readStatus()).body.code).toBe("processQueryKey.expireTime");
  });
});

test("a recalled message shows as recalled", async () => {
  const emulator = await startEmulator();
  const sent = await emulator.platform<{ processQueryKey: string }>("POST", BATCH, markdown(["district"], "误发"));

  const { body } = await emulator.platform("POST", "/v1.0/robot/otoMessages/batchRecall", {
    robotCode,
    processQueryKeys: [sent.body.processQueryKey, "unknown"],
  });

  expect(body).toEqual({
    successResult: [sent.body.processQueryKey],
    failedResult: { unknown: expect.any(String) },
  });
  expect((await emulator.messages("district")).at(0)?.recalled).toBe(true);
});

test("a message to a group the robot is not in is refused", async () => {
  const emulator = await startEmulator();
  const message = { robotCode, msgKey: "sampleText", msgParam: JSON.stringify({ content: "通知" }) };

  const inside = await emulator.platform("POST", "/v1.0/robot/groupMessages/send", {
    ...message,
    openConversationId: GROUP,
  });
  const outside = await emulator.platform("POST", "/v1.0/robot/groupMessages/send", {
    ...message,
    openConversationId: "cidOTHER==",
  });

  expect([inside.status, outside.status]).toEqual([200, 400]);
  expect(await emulator.messages("organizer", GROUP)).toMatchObject([{ kind: "text", text: "通知" }]);
});

const upload = async (emulator: Awaited<ReturnType<typeof startEmulator>>, name: string, type = "file") => {
  const form = new FormData();
  form.append("media", new Blob(["表格"]), name);
  return emulator.request<{ errcode: number; media_id: string }>(
    `/media/upload?type=${type}&access_token=${await emulator.token()}`,
    { method: "POST", body: form },
  );
};

describe("a session webhook", () => {
  const say = async () => {
    const emulator = await startEmulator();
    const bot = await connectBot(emulator.url);
    await emulator.control("/users/district/say", { text: "帮助" });
    await emulator.idle();
    const webhook = new URL(String(bot.messages[0]?.data.sessionWebhook));
    const reply = (body: object) =>
      emulator.request(`${webhook.pathname}${webhook.search}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    return { emulator, reply };
  };
  const markdownReply = { msgtype: "markdown", markdown: { title: "帮助", text: "可用命令" } };

  test("answers into the chat the message came from", async () => {
    const { emulator, reply } = await say();

    expect((await reply(markdownReply)).body).toEqual({ errcode: 0, errmsg: "ok" });
    expect((await emulator.messages("district")).at(-1)).toMatchObject({ kind: "markdown", text: "可用命令" });
  });

  test("is gone after ninety minutes of emulated time", async () => {
    const { emulator, reply } = await say();

    await emulator.control("/clock/advance", { ms: 90 * 60 * 1000 });
    expect((await reply(markdownReply)).body.errcode).toBe(0);
    await emulator.control("/clock/advance", { ms: 1 });
    expect((await reply(markdownReply)).body).toEqual({ errcode: 300001, errmsg: "session 不存在" });
  });

  test("carries a file that the app uploaded, warned of as on no page; one without a media id is refused", async () => {
    const { emulator, reply } = await say();
    const { body } = await upload(emulator, "附件4.xlsx");
    const mediaId = body.media_id;

    expect((await reply({ msgtype: "file", file: { mediaId } })).body).toEqual({ errcode: 0, errmsg: "ok" });

    expect((await emulator.messages("district")).at(-1)).toMatchObject({ kind: "file" });
    expect((await reply({ msgtype: "file", file: {} })).body).toEqual({
      errcode: 401102,
      errmsg: "miss param : file->mediaId",
    });
    expect((await reply({ msgtype: "file", file: { mediaId: "@x" } })).body.errcode).toBe(40007);
  });

  test("marks the message as answered, and only a text without its part is refused", async () => {
    const { emulator, reply } = await say();

    expect((await reply({ msgtype: "text", text: {} })).body).toEqual({
      errcode: 40035,
      errmsg: "miss param : text->content",
    });
    const answered = async () => (await emulator.messages("district")).find(({ text }) => text === "帮助");
    expect(await answered()).not.toHaveProperty("answered");
    await reply(markdownReply);
    expect(await answered()).toMatchObject({ answered: true });
  });
});

describe("a file of the robot's", () => {
  test("is uploaded, sent and downloaded with its name", async () => {
    const emulator = await startEmulator();
    const { body } = await upload(emulator, "进度表.xlsx");

    await emulator.platform("POST", BATCH, {
      robotCode,
      userIds: ["district"],
      msgKey: "sampleFile",
      msgParam: JSON.stringify({ mediaId: body.media_id, fileName: "附件4.xlsx", fileType: "xlsx" }),
    });

    const [message] = await emulator.messages("district");
    expect(message).toMatchObject({ kind: "file", file: { fileName: "附件4.xlsx", size: 6 } });
    const bytes = await fetch(`${emulator.url}/_emulator/files/${message?.file?.fileId}`);
    expect(await bytes.text()).toBe("表格");
  });

  test("of a kind that is not taken is refused", async () => {
    const emulator = await startEmulator();

    expect((await upload(emulator, "数据.csv")).body.errcode).toBe(40004);
    expect((await upload(emulator, "进度表.xlsx", "document")).body.errcode).toBe(40004);
  });
});

test("a DING lies in the person's own box until it is confirmed", async () => {
  const emulator = await startEmulator();

  const { body } = await emulator.platform("POST", "/v1.0/robot/ding/send", {
    robotCode,
    remindType: 1,
    receiverUserIdList: ["district", "ghost"],
    content: "今日截止",
  });

  expect(body).toEqual({ openDingId: expect.any(String), failedList: { userIdNotExist: ["ghost"] } });
  const [ding] = await emulator.messages("district", "ding");
  expect(ding).toMatchObject({ kind: "ding", text: "今日截止", ding: { remindType: 1, confirmed: false } });
  await emulator.control("/users/district/read", { messageId: ding?.id });
  expect((await emulator.messages("district", "ding")).at(0)?.ding?.confirmed).toBe(true);
});

test("a to-do lies in the executor's list until the app finishes it", async () => {
  const emulator = await startEmulator();
  const tasks = "/v1.0/todo/users/union-organizer/tasks";

  const { body } = await emulator.platform<{ id: string }>("POST", tasks, {
    sourceId: "apply-1",
    subject: "提交申报",
    dueTime: Date.parse("2023-08-20T17:30:00+08:00"),
    executorIds: ["union-district"],
    detailUrl: { pcUrl: "https://example.gov.cn/1" },
  });

  const open = { taskId: body.id, subject: "提交申报", dueAt: "2023-08-20T17:30:00+08:00", done: false };
  expect((await emulator.messages("district", "todo")).at(0)?.todo).toMatchObject(open);
  await emulator.platform("PUT", `${tasks}/${body.id}`, { done: true });
  expect((await emulator.messages("district", "todo")).at(0)?.todo?.done).toBe(true);
});

test("a person is found by userId and by mobile", async () => {
  const emulator = await startEmulator();
  const ask = async (path: string, body: object) =>
    emulator.request<{ errcode: number; result: Record<string, unknown> }>(
      `${path}?access_token=${await emulator.token()}`,
      { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) },
    );

  const byId = await ask("/topapi/v2/user/get", { userid: "district" });
  const byMobile = await ask("/topapi/v2/user/getbymobile", { mobile: "13800000002" });

  expect(byId.body.result).toMatchObject({ userid: "district", unionid: "union-district", name: "区县经办人" });
  expect(byMobile.body.result).toEqual({ userid: "district" });
  expect((await ask("/topapi/v2/user/get", { userid: "ghost" })).body.errcode).toBe(33012);
  expect((await ask("/topapi/v2/user/getbymobile", { mobile: "13900000000" })).body.errcode).toBe(60121);
});
