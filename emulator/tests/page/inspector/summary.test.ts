import { describe, expect, test } from "vitest";
import { linkTraffic } from "../../../page/inspector/links.ts";
import { summaryOf } from "../../../page/inspector/summary.ts";
import type { TrafficEntry } from "../../../src/contract/instruments.ts";
import { ack, call, event, GROUP, message, names, posted, postedEvent, press } from "./entries.ts";

const read = (entry: TrafficEntry, among: readonly TrafficEntry[] = []) => summaryOf(entry, names, linkTraffic(among));

describe("a frame reads as", () => {
  test("who said what in the direct chat", () => {
    expect(read(message("m1", "申报"))).toEqual({ title: "柯桥区经办人1：申报", detail: "机器人消息 · 单聊" });
  });

  test("who said what in which group", () => {
    expect(read(message("m1", " 请问"))).toEqual({
      title: "柯桥区经办人1：请问",
      detail: "机器人消息 · 美好家园活动群",
    });
  });

  test("the name of a file", () => {
    const file = message("m1", "", { msgtype: "file", content: { fileName: "附件4.xlsx" } });

    expect(read(file).title).toBe("柯桥区经办人1：〔文件〕附件4.xlsx");
  });

  test("a press of a card, and a form's submission as such", () => {
    expect(read(press("p1", { action: "look" }))).toEqual({
      title: "柯桥区经办人1 点击 submit",
      detail: "卡片回调 · card-1",
    });
    expect(read(press("p1", { form: { name: "锦绣花园" } })).title).toBe("柯桥区经办人1 提交 submit");
  });

  test("an event with whom it is about", () => {
    expect(read(event("robot_msg_read", { userId: "maxiaohan" }))).toEqual({
      title: "已读：马小涵",
      detail: "事件 · robot_msg_read",
    });
  });

  test.each([
    ["robot_msg_recall", { userId: "", openConversationId: GROUP }, "消息撤回：美好家园活动群"],
    ["chat_update_title", { openConversationId: GROUP, title: "新名" }, "群名变更：美好家园活动群"],
    ["chat_update_owner", { openConversationId: GROUP, owner: "maxiaohan" }, "群主变更：美好家园活动群"],
    ["chat_disband", { openConversationId: GROUP }, "群解散：美好家园活动群"],
    ["org_dept_create", { deptId: [1] }, "部门新建"],
    ["org_dept_remove", { deptId: [1] }, "部门删除"],
    ["todo_task_create", { taskId: "t1" }, "待办新建"],
    ["todo_task_update", { taskId: "t1" }, "待办更新"],
    ["todo_task_delete", { taskId: "t1" }, "待办删除"],
  ])("the event %s in words", (type, data, title) => {
    expect(read(event(type, data)).title).toBe(title);
  });

  test("its first 60 characters on one line", () => {
    expect(read(message("m1", `甲\n${"乙".repeat(60)}`)).title).toBe(`柯桥区经办人1：甲 ${"乙".repeat(50)}…`);
  });
});

describe("what is pushed over HTTP reads as the same over a stream", () => {
  test.each([
    ["a message", message("m1", " 请问")],
    ["a press", press("p1", { form: { name: "锦绣花园" } })],
  ])("%s", (_, push) => {
    expect(read(posted(push))).toEqual(read(push));
  });

  test("an event", () => {
    const data = { userId: ["maxiaohan"] };

    expect(read(postedEvent("user_add_org", data))).toEqual(read(event("user_add_org", data)));
  });
});

describe("an acknowledgement reads as", () => {
  test("the answer to its frame", () => {
    const asked = message("m1", "申报");

    expect(read(ack("m1"), [asked])).toEqual({ title: "应答：柯桥区经办人1：申报", detail: "机器人消息 · 单聊" });
  });

  test("the answer to a ping, which is not recorded", () => {
    expect(read(ack("m9", { data: '{"opaque":"19f-ab12"}' })).title).toBe("应答：心跳");
  });
});

describe("a call reads as", () => {
  test("what it does, its first words and whom it reaches", () => {
    const body = { userIds: ["keqiao-1"], msgParam: JSON.stringify({ title: "进度", text: "……" }) };
    const name = "POST /v1.0/robot/oToMessages/batchSend";

    expect(read(call(name, body, { userIds: ["keqiao-1"] }))).toEqual({
      title: "发单聊消息：进度",
      detail: `柯桥区经办人1 · ${name}`,
    });
  });

  test("a group by its title, not by its members", () => {
    const body = { openConversationId: GROUP, msgParam: JSON.stringify({ content: "通知" }) };

    expect(read(call("POST /v1.0/robot/groupMessages/send", body, { userIds: ["keqiao-1"] })).detail).toBe(
      "美好家园活动群 · POST /v1.0/robot/groupMessages/send",
    );
  });

  test("a card by its outTrackId", () => {
    expect(read(call("PUT /v1.0/card/instances", { outTrackId: "card-1" })).title).toBe("更新卡片：card-1");
  });

  test("three people and more by two names and their number", () => {
    const userIds = ["keqiao-1", "yuecheng-1", "unknown"];

    expect(read(call("POST /v1.0/robot/ding/send", { content: "请尽快" }, { userIds })).detail).toBe(
      "柯桥区经办人1、越城区经办人1等3人 · POST /v1.0/robot/ding/send",
    );
  });

  test("its path where nobody has named it", () => {
    expect(read(call("PUT /v1.0/unheard", {}))).toEqual({ title: "PUT /v1.0/unheard", detail: "" });
  });
});
