import { expect, test } from "vitest";
import { createEmulator } from "../src/create-emulator.ts";
import { appOf } from "./support/app.ts";
import { driver } from "./support/driver.ts";
import { credentials, NOW, seed, startEmulator, temporaryFolder } from "./support/world.ts";

const { robotCode } = credentials;

test("what calls made is there again after a restart: groups, notices, shortcuts, to-dos, calendar", async () => {
  const dataDir = temporaryFolder();
  const first = await createEmulator({ port: 0, seed, now: new Date(NOW), dataDir });
  const before = { url: first.url, env: first.env, close: first.close, ...driver(first.url) };
  const plugin = { name: "我的任务", icon: "@icon" };
  const group = await before.platform("POST", "/v1.0/im/sceneGroup/create", {
    title: "工作群",
    template_id: "template",
    owner_user_id: "organizer",
  });
  const notice = await appOf(before).oapi("/topapi/message/corpconversation/asyncsend_v2", {
    agent_id: 1,
    userid_list: "district",
    msg: { msgtype: "text", text: { content: "通知" } },
  });
  await before.platform("POST", "/v1.0/robot/plugins/set", { robotCode, pluginInfoList: [plugin] });
  const todo = await before.platform("POST", "/v1.0/todo/users/union-organizer/tasks", {
    subject: "提交",
    executorIds: ["union-district"],
    detailUrl: { pcUrl: "https://example.com" },
  });
  const calendar = "/v1.0/calendar/users/union-organizer/calendars/primary/events";
  const time = { dateTime: "2023-08-21T09:00:00+08:00" };
  const event = await before.platform("POST", calendar, { summary: "评审会", start: time, end: time });
  await first.close();

  const emulator = await startEmulator({ dataDir });
  const app = appOf(emulator);

  const openConversationId = group.body.open_conversation_id;
  const found = await emulator.platform("POST", "/v1.0/im/sceneGroups/query", { openConversationId });
  expect(found.body).toMatchObject({ title: "工作群", ownerUserId: "organizer" });
  const task = { agent_id: 1, task_id: notice.body.task_id };
  expect((await app.oapi("/topapi/message/corpconversation/getsendresult", task)).body.send_result).toMatchObject({
    unread_user_id_list: ["district"],
  });
  expect((await emulator.platform("POST", "/v1.0/robot/plugins/query", { robotCode })).body).toEqual({
    pluginInfoList: [plugin],
  });
  const tasks = "/v1.0/todo/users/union-organizer/tasks";
  expect((await app.get(`${tasks}/${String(todo.body.id)}`)).body.subject).toBe("提交");
  expect((await app.get(`${calendar}/${String(event.body.id)}`)).body.summary).toBe("评审会");
});
