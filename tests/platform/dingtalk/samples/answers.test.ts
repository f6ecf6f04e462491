import * as wire from "dingtalk-payloads";
import { sample } from "dingtalk-payloads/samples/sample.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Chat, OutboundCard } from "../../../../src/platform/chat/ports.ts";
import type { Api } from "../../../../src/platform/dingtalk/api/call.ts";
import { downloadUrl } from "../../../../src/platform/dingtalk/api/download-url.ts";
import { fetchToken } from "../../../../src/platform/dingtalk/api/fetch-token.ts";
import { findPerson, findPersonByMobile } from "../../../../src/platform/dingtalk/api/find-person.ts";
import { readBy } from "../../../../src/platform/dingtalk/api/read-status.ts";
import { recallDirect } from "../../../../src/platform/dingtalk/api/recall.ts";
import { createTodo } from "../../../../src/platform/dingtalk/api/todo.ts";
import { uploadMedia } from "../../../../src/platform/dingtalk/api/upload-media.ts";
import { groupId, staffId } from "../../../../src/shared/brand.ts";
import { botOn } from "../bot.ts";
import { type Platform, startPlatform } from "../platform.ts";

type Bot = ReturnType<typeof botOn>;

const TOKEN = "POST /v1.0/oauth2/accessToken";
const DELIVER = "POST /v1.0/card/instances/createAndDeliver";
const DELIVER_AGAIN = "POST /v1.0/card/instances/deliver";
const DIRECT = "POST /v1.0/robot/oToMessages/batchSend";
const TO_GROUP = "POST /v1.0/robot/groupMessages/send";

const group: Chat = { kind: "group", group: groupId("cidGROUP001==") };
const person: Chat = { kind: "direct", person: staffId("manager807") };
const view: OutboundCard["view"] = { title: "督办", tone: "running", body: [], actions: [] };
const card: OutboundCard = { cardId: "task-42-card-1", chat: group, version: 1, view };

let platform: Platform;
let bot: Bot;
beforeAll(async () => {
  platform = await startPlatform();
  bot = botOn(platform, "t.schema");
});
afterAll(() => platform.close());
beforeEach(() => {
  platform.requests.splice(0);
  platform.answer(TOKEN, { body: sample("87") });
});

const made = (call: string): number => platform.requests.filter((request) => request.call === call).length;
const thrown = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);

const robot = { robotCode: "dingclientid001" };
const settings = () => ({ apiBase: platform.base, clientId: "c", clientSecret: "s" });
const todo = (api: Api) => createTodo(api, Object(sample("90")));

describe("an answer that is done", () => {
  test.each<[string, string, (bot: Bot) => Promise<unknown>, unknown]>([
    ["52", DELIVER, ({ gateway }) => gateway.sendCard(card), { kind: "sent", receipt: "4v+AzUEDuC0dKuO=" }],
    ["63", TO_GROUP, ({ gateway }) => gateway.sendView(group, view), { kind: "sent", receipt: "pqk002" }],
    [
      "64",
      "GET /v1.0/robot/oToMessages/readStatus",
      ({ api }) => readBy(api, { ...robot, receipt: "pqk001" }),
      ["manager807"],
    ],
    [
      "66",
      "POST /v1.0/robot/otoMessages/batchRecall",
      ({ api }) => recallDirect(api, { ...robot, receipts: ["pqk001"] }),
      ["pqk001"],
    ],
    [
      "68",
      "POST /media/upload",
      ({ api }) => uploadMedia(api, { name: "台账.xlsx", bytes: Buffer.from("PK") }),
      "@lAzPDg001",
    ],
    [
      "69",
      "POST /v1.0/robot/messageFiles/download",
      ({ api }) => downloadUrl(api, { ...robot, downloadCode: "dc" }),
      "http://down-cdn.dingtalk.com/x?Signature=s&Expires=1671377946",
    ],
    ["87", TOKEN, () => fetchToken(settings()), { token: "fw8ef8we8f76e6f7s8d", validFor: 7200 }],
    ["91", "POST /v1.0/todo/users/unionCreator/tasks", ({ api }) => todo(api), "OPJ001"],
    ["92", "POST /topapi/v2/user/getbymobile", ({ api }) => findPersonByMobile(api, "13800000000"), "manager807"],
    [
      "93",
      "POST /topapi/v2/user/get",
      ({ api }) => findPerson(api, staffId("manager807")),
      { staffId: "manager807", unionId: "unionManager", name: "经办人", title: "科长", active: true },
    ],
  ])("like sample %s to %s gives what was asked for", async (number, call, ask, expected) => {
    platform.answer(call, { body: sample(number) });

    expect(await ask(bot)).toEqual(expected);
  });
});

/** Nothing of the product makes these calls; their shapes are known, so that whoever makes one reads the answer. */
describe("an answer to a call that is not made yet", () => {
  test.each([
    ["55", { gateway: "api", method: "POST", api: "/v1.0/card/instances" } as const, wire.cardCreateResponseSchema],
    [
      "65",
      { gateway: "api", method: "POST", api: "/v1.0/robot/groupMessages/query" } as const,
      wire.groupQueryResponseSchema,
    ],
    ["71", { gateway: "oapi", method: "POST", api: "/robot/sendBySession" } as const, wire.oapiEnvelopeSchema],
    ["88", { gateway: "oapi", method: "GET", api: "/gettoken" } as const, wire.oapiTokenResponseSchema],
  ])("like sample %s is read whole", async (number, request, schema) => {
    platform.answer(`${request.method} ${request.api}`, { body: sample(number) });

    expect(await bot.api.call(request, schema)).toEqual(sample(number));
  });
});

describe("an answer that only looks done", () => {
  test("like sample 53 makes the card be shown once more, which sample 56 confirms", async () => {
    platform.answer(DELIVER, { body: sample("53") });
    platform.answer(DELIVER_AGAIN, { body: sample("56") });

    expect(await bot.gateway.sendCard(card)).toEqual({ kind: "sent", receipt: "4v+AzUEDuC0dKuO=" });
    expect(made(DELIVER_AGAIN)).toBe(1);
  });

  test("like sample 53 both times is a refusal", async () => {
    const [failed] = Object(sample("53")).result.deliverResults;
    platform.answer(DELIVER, { body: sample("53") });
    platform.answer(DELIVER_AGAIN, { body: { success: true, result: [failed] } });

    expect(await bot.gateway.sendCard(card)).toEqual({ kind: "refused", reason: "notDelivered: SYSTEM_ERROR" });
  });

  test("like sample 61 is a refusal, and with a person who is only held back a matter of a minute", async () => {
    platform.answer(DIRECT, { body: sample("61") }, { body: { ...Object(sample("61")), invalidStaffIdList: [] } });

    expect(await bot.gateway.sendView(person, view)).toEqual({ kind: "refused", reason: "invalidStaffId" });
    const error = await thrown(bot.gateway.sendView(person, view));
    expect(error).toMatchObject({ name: "DeliveryError", code: "throttled", retryAfterMs: 60_000 });
  });
});

describe("a refusal", () => {
  test.each<[string, number, object, number]>([
    ["80", 400, { name: "DeliveryError", code: "setup", retryAfterMs: 60_000 }, 2],
    ["81", 403, { name: "DeliveryError", code: "setup", retryAfterMs: 60_000 }, 1],
    ["82", 403, { name: "DeliveryError", code: "throttled", retryAfterMs: 1_000 }, 1],
    ["83", 403, { name: "DeliveryError", code: "monthlyQuota", retryAfterMs: 600_000 }, 1],
    ["84", 403, { name: "DeliveryError", code: "throttled", retryAfterMs: 300_000 }, 1],
    ["84", 200, { name: "DeliveryError", code: "throttled", retryAfterMs: 300_000 }, 1],
    ["85", 400, { name: "ApiRefusedError", reason: "invalidParameter.userIds.overMax" }, 1],
  ])(
    "like sample %s with status %i is judged, after as many calls as it is worth",
    async (number, status, error, calls) => {
      platform.answer(TO_GROUP, { status, body: sample(number) });

      const request = { gateway: "api", method: "POST", api: "/v1.0/robot/groupMessages/send", body: {} } as const;

      expect(await thrown(bot.api.call(request, wire.groupSendResponseSchema))).toMatchObject(error);
      expect(made(TO_GROUP)).toBe(calls);
    },
  );

  test.each<[string, object, number]>([
    ["72", { name: "ApiRefusedError", reason: "300001" }, 1],
    ["73", { name: "ApiRefusedError", reason: "401102" }, 1],
    ["86", { name: "DeliveryError", code: "setup", retryAfterMs: 60_000 }, 2],
  ])("of the old gateway like sample %s is judged although its status is 200", async (number, error, calls) => {
    const SESSION = "POST /robot/sendBySession";
    platform.answer(SESSION, { body: sample(number) });
    const request = { gateway: "oapi", method: "POST", api: "/robot/sendBySession", body: {} } as const;

    expect(await thrown(bot.api.call(request, wire.oapiEnvelopeSchema))).toMatchObject(error);
    expect(made(SESSION)).toBe(calls);
  });
});
