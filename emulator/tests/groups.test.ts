import { describe, expect, test } from "vitest";
import { appOf } from "./support/app.ts";
import { connectBot } from "./support/stream-client.ts";
import { credentials, GROUP, startEmulator } from "./support/world.ts";

const CREATE = "/v1.0/im/sceneGroup/create";
const groupRequest = (more: object = {}) => ({
  title: "初评工作群",
  template_id: "group-template",
  owner_user_id: "organizer",
  user_ids: ["district", "ghost"],
  ...more,
});

async function startWithGroup() {
  const emulator = await startEmulator();
  const bot = await connectBot(emulator.url);
  const app = appOf(emulator);
  const created = await emulator.platform<{ open_conversation_id: string; chat_id: string }>(
    "POST",
    CREATE,
    groupRequest(),
  );
  const { open_conversation_id: id, chat_id: chatId } = created.body;
  const call = async (path: string, body: object) => (await emulator.platform("POST", path, body)).body;
  const events = () =>
    bot.events.map(({ headers, data }) => ({
      type: headers.eventType,
      ...(JSON.parse(data) as Record<string, unknown>),
    }));
  return { emulator, app, id, chatId, call, events };
}

describe("a group made from a template", () => {
  test("has its members and the robot, and is told in snake case", async () => {
    const { emulator, id, chatId, call } = await startWithGroup();
    const sent = await appOf(emulator).refusal("POST", "/v1.0/robot/groupMessages/send", {
      robotCode: credentials.robotCode,
      openConversationId: id,
      msgKey: "sampleText",
      msgParam: JSON.stringify({ content: "通知" }),
    });

    expect(chatId).toMatch(/^chat/);
    expect(sent).toEqual([200, undefined]);
    expect(await emulator.messages("district", id)).toMatchObject([{ text: "通知" }]);
    expect(await call("/v1.0/im/sceneGroups/members/batchQuery", { openConversationId: id, maxResults: 1 })).toEqual({
      success: true,
      memberUserIds: ["organizer", "district"],
      hasMore: false,
      unionIdList: [],
      staffIdNickMap: { organizer: "活动负责人", district: "区县经办人" },
      unionIdNickMap: {},
    });
    expect(await call("/v1.0/im/sceneGroups/query", { openConversationId: id })).toMatchObject({
      title: "初评工作群",
      templateId: "group-template",
      ownerUserId: "organizer",
      status: 1,
    });
  });

  test("is made once for one uuid", async () => {
    const { call } = await startWithGroup();

    const first = await call(CREATE, groupRequest({ uuid: "1" }));

    expect(await call(CREATE, groupRequest({ uuid: "1" }))).toEqual(first);
    expect(await call(CREATE, groupRequest({ uuid: "2" }))).not.toEqual(first);
  });

  test("gains and loses people and changes its name and owner, and the bot hears of each", async () => {
    const { id, call, events, emulator } = await startWithGroup();

    await call("/v1.0/im/sceneGroup/member/add", { open_conversation_id: id, union_ids: ["union-outsider"] });
    await call("/v1.0/im/sceneGroup/member/delete", { open_conversation_id: id, user_ids: ["district"] });
    await call("/v1.0/im/sceneGroup/update", {
      open_conversation_id: id,
      title: "复核工作群",
      owner_user_id: "outsider",
    });
    await call("/v1.0/im/chat/scenegroup/disband", { openConversationId: id });
    await emulator.idle();

    expect(events()).toMatchObject([
      { type: "chat_add_member", userId: ["outsider"], openConversationId: id },
      { type: "chat_remove_member", userId: ["district"] },
      { type: "chat_update_title", title: "复核工作群" },
      { type: "chat_update_owner", owner: "outsider" },
      { type: "chat_disband", openConversationId: id },
    ]);
    expect((await emulator.control("/users/outsider/say", { conversationId: id, text: "在吗" })).status).toBe(404);
  });

  test("is told to have been changed by its first member, also when that one leaves", async () => {
    const { emulator, id, call, events } = await startWithGroup();

    await call("/v1.0/im/sceneGroup/member/delete", { open_conversation_id: id, user_ids: ["organizer"] });
    await emulator.idle();

    expect(events()).toMatchObject([{ userId: ["organizer"], operator: "organizer" }]);
  });

  test("is refused without a known owner or template, or with a name above thirty characters", async () => {
    const { app } = await startWithGroup();
    const named = (length: number) => groupRequest({ title: "群".repeat(length) });

    expect(await app.refusal("POST", CREATE, groupRequest({ owner_user_id: "ghost" }))).toEqual([
      400,
      "member.notFound",
    ]);
    expect(await app.refusal("POST", CREATE, groupRequest({ template_id: "" }))).toEqual([400, "parameter.invalid"]);
    expect(await app.refusal("POST", CREATE, named(30))).toEqual([200, undefined]);
    expect(await app.refusal("POST", CREATE, named(31))).toEqual([400, "parameter.invalid"]);
    await app.lenient();
    expect(await app.refusal("POST", CREATE, named(31))).toEqual([200, undefined]);
  });
});

describe("an ordinary group", () => {
  test("tells neither its members nor itself to an app", async () => {
    const { app } = await startWithGroup();
    const asked = { openConversationId: GROUP, maxResults: 10 };

    expect(await app.refusal("POST", "/v1.0/im/sceneGroups/members/batchQuery", asked)).toEqual([
      400,
      "groupPermissionDenied",
    ]);
    expect(
      await app.refusal("POST", "/v1.0/im/sceneGroups/members/batchQuery", { ...asked, openConversationId: "x" }),
    ).toEqual([400, "cidEncryptError"]);
    const got = await app.oapi("/topapi/im/chat/scenegroup/get", { open_conversation_id: GROUP });
    expect(got.body.errcode).toBe(400020);
  });

  test("made by a call has no robot, is found by its chatId and changed by it", async () => {
    const { emulator, app, call, events } = await startWithGroup();
    const made = await emulator.platform<{ openConversationId: string; chatid: string }>(
      "POST",
      "/v1.0/im/group/create",
      { name: "联络群", owner: "organizer", useridlist: ["district"], conversationTag: 2 },
    );
    const { openConversationId, chatid } = made.body;

    expect(await call(`/v1.0/im/chat/${chatid}/convertToOpenConversationId`, {})).toEqual({ openConversationId });
    expect(await call("/v1.0/im/group/update", { chatid, name: "新联络群", del_useridlist: ["district"] })).toEqual({
      success: true,
    });
    await emulator.idle();
    expect(events().map(({ type }) => type)).toEqual(["chat_update_title", "chat_remove_member"]);
    const info = await app.get(`/chat/get?chatid=${chatid}&access_token=${await emulator.token()}`);
    expect(info.body.chat_info).toMatchObject({ name: "新联络群", owner: "organizer", useridlist: ["organizer"] });
    expect(await app.refusal("POST", "/v1.0/im/chat/chatnone/convertToOpenConversationId", {})).toEqual([
      400,
      "invalideChatId",
    ]);
  });

  test("renamed in the set-up reaches the bot as an event", async () => {
    const { emulator, events } = await startWithGroup();
    const group = { conversationId: GROUP, memberIds: ["organizer", "district"] };

    await emulator.control("/groups", { ...group, title: "活动群" });
    await emulator.control("/groups", { ...group, title: "美好家园活动群" });
    await emulator.idle();

    expect(events()).toMatchObject([{ type: "chat_update_title", title: "美好家园活动群", openConversationId: GROUP }]);
  });
});

test("a template group's settings are told on the old gateway", async () => {
  const { app, id } = await startWithGroup();

  const { body } = await app.oapi("/topapi/im/chat/scenegroup/get", { open_conversation_id: id });

  expect(body).toMatchObject({
    errcode: 0,
    success: true,
    result: { title: "初评工作群", owner_staff_id: "organizer", management_options: { searchable: "0" } },
  });
});
