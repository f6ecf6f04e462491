import { sample } from "dingtalk-payloads/samples/sample.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Api } from "../../../../src/platform/dingtalk/api/call.ts";
import { dingPerson } from "../../../../src/platform/dingtalk/send/ding-person.ts";
import { addPersonalTodo, endPersonalTodo } from "../../../../src/platform/dingtalk/send/personal-todo.ts";
import { staffId } from "../../../../src/shared/brand.ts";
import { botOn } from "../bot.ts";
import { type Platform, startPlatform } from "../platform.ts";

let platform: Platform;
let api: Api;
beforeEach(async () => {
  platform = await startPlatform();
  platform.answer("POST /v1.0/oauth2/accessToken", { body: sample("87") });
  platform.answer("POST /topapi/v2/user/get", { body: sample("93") });
  api = botOn(platform).api;
});
afterEach(() => platform.close());

const PERSON = staffId("manager807");
const FORBIDDEN = { status: 403, body: { code: "Forbidden.AccessDenied.AccessTokenPermissionDenied", message: "no" } };
const todo = {
  source: "shaoxing-2023/manager807/2023-09-28",
  subject: "推荐名单：请于今日办理",
  dueAt: new Date("2023-10-01T00:00:00+08:00"),
  page: "https://jiayuan.example.gov.cn/owed/abc",
};
const TASKS = "/v1.0/todo/users/unionManager/tasks";

describe("an entry of a person's to-do list", () => {
  test("is theirs alone, with the day, the page and a notice; its receipt ends it", async () => {
    platform.answer(`POST ${TASKS}`, { body: sample("91") });
    platform.answer(`PUT ${TASKS}/OPJ001`, { body: { result: true } });

    expect(await addPersonalTodo(api, PERSON, todo)).toEqual({ kind: "sent", receipt: "OPJ001" });
    expect(JSON.parse(platform.requests.at(-1)?.body ?? "")).toEqual({
      sourceId: todo.source,
      subject: todo.subject,
      creatorId: "unionManager",
      executorIds: ["unionManager"],
      dueTime: 1696089600000,
      detailUrl: { appUrl: todo.page, pcUrl: todo.page },
      isOnlyShowExecutor: true,
      notifyConfigs: { dingNotify: "1" },
    });
    expect(await endPersonalTodo(api, PERSON, "OPJ001")).toEqual({ kind: "sent" });
    expect(JSON.parse(platform.requests.at(-1)?.body ?? "")).toEqual({ done: true });
  });

  test("without the permission it is refused at once, so that another way is taken", async () => {
    platform.answer(`POST ${TASKS}`, FORBIDDEN);

    expect((await addPersonalTodo(api, PERSON, todo)).kind).toBe("refused");
  });
});

describe("a DING", () => {
  const ding = { robotCode: "r", person: PERSON, text: "【督办】" };

  test("goes to one person in the app", async () => {
    platform.answer("POST /v1.0/robot/ding/send", { body: { openDingId: "d" } });

    expect(await dingPerson(api, ding)).toEqual({ kind: "sent" });
    expect(JSON.parse(platform.requests.at(-1)?.body ?? "")).toMatchObject({
      remindType: 1,
      receiverUserIdList: ["manager807"],
    });
  });

  test.each([
    ["the edition has none", FORBIDDEN],
    ["it did not reach the person", { body: { openDingId: "d", failedList: { noPermission: ["manager807"] } } }],
  ])("where %s it is refused at once", async (_, answer) => {
    platform.answer("POST /v1.0/robot/ding/send", answer);

    expect((await dingPerson(api, ding)).kind).toBe("refused");
  });
});
