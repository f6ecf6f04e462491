import { sample } from "dingtalk-payloads/samples/sample.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Api } from "../../../../src/platform/dingtalk/api/call.ts";
import { sendDing } from "../../../../src/platform/dingtalk/api/ding.ts";
import { findPerson, findPersonByMobile } from "../../../../src/platform/dingtalk/api/find-person.ts";
import { readBy } from "../../../../src/platform/dingtalk/api/read-status.ts";
import { recallDirect, recallFromGroup } from "../../../../src/platform/dingtalk/api/recall.ts";
import { createTodo, updateTodo } from "../../../../src/platform/dingtalk/api/todo.ts";
import { groupId, staffId } from "../../../../src/shared/brand.ts";
import { botOn } from "../bot.ts";
import { type Platform, startPlatform } from "../platform.ts";

let platform: Platform;
let api: Api;
beforeEach(async () => {
  platform = await startPlatform();
  platform.answer("POST /v1.0/oauth2/accessToken", { body: sample("87") });
  api = botOn(platform).api;
});
afterEach(() => platform.close());

const last = () => {
  const request = platform.requests.at(-1);
  return { query: request?.query, body: request?.body ? JSON.parse(request.body) : undefined };
};

describe("a person", () => {
  test("is found by id", async () => {
    platform.answer("POST /topapi/v2/user/get", { body: sample("93") });

    expect(await findPerson(api, staffId("manager807"))).toEqual({
      staffId: "manager807",
      unionId: "unionManager",
      name: "经办人",
      title: "科长",
      active: true,
    });
    expect(last().body).toEqual({ userid: "manager807" });
  });

  test("is found by mobile number", async () => {
    platform.answer("POST /topapi/v2/user/getbymobile", { body: sample("92") });

    expect(await findPersonByMobile(api, "13800000000")).toBe("manager807");
  });

  test("nobody has is no error", async () => {
    platform.answer("POST /topapi/v2/user/getbymobile", { body: { errcode: 60121, errmsg: "…" } });
    platform.answer("POST /topapi/v2/user/get", { body: { errcode: 33012, errmsg: "…" } });

    expect(await findPersonByMobile(api, "13800000000")).toBeUndefined();
    expect(await findPerson(api, staffId("ghost"))).toBeUndefined();
  });
});

describe("a sent message", () => {
  test("tells who has read it", async () => {
    platform.answer("GET /v1.0/robot/oToMessages/readStatus", { body: sample("64") });

    expect(await readBy(api, { robotCode: "r", receipt: "k=+/" })).toEqual(["manager807"]);
    expect(last().query).toEqual({ robotCode: "r", processQueryKey: "k=+/" });
  });

  test("is recalled from a direct chat", async () => {
    platform.answer("POST /v1.0/robot/otoMessages/batchRecall", { body: sample("66") });

    expect(await recallDirect(api, { robotCode: "r", receipts: ["pqk001"] })).toEqual(["pqk001"]);
    expect(last().body).toEqual({ robotCode: "r", processQueryKeys: ["pqk001"] });
  });

  test("is recalled from a group", async () => {
    platform.answer("POST /v1.0/robot/groupMessages/recall", { body: sample("66") });

    const recalled = await recallFromGroup(api, { robotCode: "r", receipts: ["pqk001"], group: groupId("cid") });

    expect(recalled).toEqual(["pqk001"]);
    expect(last().body).toEqual({ robotCode: "r", openConversationId: "cid", processQueryKeys: ["pqk001"] });
  });
});

test("a DING insists in the app and names whom it did not reach", async () => {
  platform.answer("POST /v1.0/robot/ding/send", { body: { openDingId: "d", failedList: { noPermission: ["b"] } } });

  const sent = await sendDing(api, { robotCode: "r", to: [staffId("a"), staffId("b")], content: "今日到期。" });

  expect(sent).toEqual({ dingId: "d", failed: ["b"] });
  expect(Object.keys(last().body)).toEqual(Object.keys(Object(sample("67"))));
});

describe("a to-do", () => {
  test("is created by its owner", async () => {
    platform.answer("POST /v1.0/todo/users/unionCreator/tasks", { body: sample("91") });

    expect(await createTodo(api, Object(sample("90")))).toBe("OPJ001");
    expect(last()).toEqual({ query: { operatorId: "unionCreator" }, body: sample("90") });
  });

  test("is ended by the app", async () => {
    platform.answer("PUT /v1.0/todo/users/unionCreator/tasks/OPJ001", { body: { result: true } });

    await updateTodo(api, { owner: "unionCreator", taskId: "OPJ001", change: { done: true } });

    expect(last()).toEqual({ query: { operatorId: "unionCreator" }, body: { done: true } });
  });
});
