import { once } from "node:events";
import { sample } from "dingtalk-payloads/samples/sample.ts";
import fastify from "fastify";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import type { CallbackAnswer, OutboundCard } from "../../../../src/platform/chat/ports.ts";
import { signCard } from "../../../../src/platform/dingtalk/http/card-signature.ts";
import { httpCallbacks } from "../../../../src/platform/dingtalk/http-callbacks.ts";
import { toAnswerParams, toCardParams } from "../../../../src/platform/dingtalk/render/index.ts";
import { makeDispatch } from "../../../../src/platform/dingtalk/stream/dispatch.ts";
import { ConnectionRefusedError, openEndpoint } from "../../../../src/platform/dingtalk/stream/endpoint.ts";
import { makeStream } from "../../../../src/platform/dingtalk/stream/supervise.ts";
import { groupId } from "../../../../src/shared/brand.ts";
import { silentLog } from "../../../../src/shared/log.ts";
import { type Link, type Platform, startPlatform } from "../platform.ts";
import { recorder } from "../recorder.ts";

const OPEN = "POST /v1.0/gateway/connections/open";

let answer: CallbackAnswer = {};
let refusing = false;
const handler = recorder({
  onCallback: async () => answer,
  onEvent: () => (refusing ? Promise.reject(new Error("database is down")) : Promise.resolve()),
});

const endpointOf = ({ base }: Platform) => ({
  apiBase: base,
  clientId: "c",
  clientSecret: "s",
  subscriptions: [{ type: "EVENT", topic: "*" } as const],
});

const streamOn = (platform: Platform) =>
  makeStream({
    settings: endpointOf(platform),
    dispatch: makeDispatch({ handler, log: silentLog, countPush: () => {} }),
    log: silentLog,
    bounds: { firstMs: 1, longestMs: 4 },
  });

let platform: Platform;
let stream: ReturnType<typeof streamOn>;
let link: Link;
beforeAll(async () => {
  platform = await startPlatform();
  stream = streamOn(platform);
  await stream.start();
  link = await platform.nextLink();
});
afterAll(async () => {
  await stream.stop();
  await platform.close();
});
beforeEach(() => {
  for (const list of [handler.messages, handler.callbacks, handler.events]) list.splice(0);
});

/** The answer to a sample frame, byte for byte. */
async function answerTo(number: string): Promise<string> {
  const answered = once(link.socket, "message");
  link.send(sample(number));
  const [text] = await answered;
  return String(text);
}

/** A sample answer as it is on the wire, to the frame of another sample. */
function wireAnswer(number: string, { to, data }: { to: string; data?: string }): string {
  const { messageId } = Object(sample(to)).headers;
  const ack = Object(sample(number));
  return JSON.stringify({ ...ack, headers: { ...ack.headers, messageId }, data: data ?? ack.data });
}

describe("a robot message", () => {
  const message = {
    kind: "message",
    messageId: "msg001==",
    from: "manager807",
    nick: "经办人",
    text: "",
    files: [],
    sentAt: new Date(1769851697611),
  };
  const direct = { ...message, chat: { kind: "direct", person: "manager807" } };
  const inGroup = { ...message, chat: { kind: "group", group: "cidGROUP001==" }, groupTitle: "督办群" };
  const file = (kind: string, downloadCode: string, fileName: string) => [{ kind, downloadCode, fileName }];

  test.each<[string, object]>([
    ["30", { ...inGroup, text: "查询进度" }],
    ["31", { ...direct, text: "帮助" }],
    ["32", { ...inGroup, text: "这是现场照片", files: file("picture", "dc_pic_1", "图片1.jpg") }],
    ["33", { ...direct, files: file("picture", "dc_pic_2", "图片.jpg") }],
    ["34", { ...direct, text: "请延期到周五", files: file("audio", "dc_aud", "语音.amr") }],
    ["35", { ...direct, files: file("video", "dc_vid", "视频.mp4") }],
    ["36", { ...direct, files: file("file", "dc_file", "办结报告.docx") }],
    ["37", { ...direct, text: "这条改为周五" }],
    ["38", { ...direct, notice: "pushQuotaExceeded" }],
  ])("like sample %s is read and, once stored, acknowledged with sample 39", async (number, expected) => {
    expect(await answerTo(number)).toBe(wireAnswer("39", { to: number }));

    expect(handler.messages).toEqual([expected]);
  });
});

describe("a press", () => {
  const press = { kind: "callback", cardId: "task-42-card-1", person: "manager807", subject: "", version: 0 };
  const form = {
    date: "2026-11-30",
    datetime: "2026-11-30 17:30",
    select: "3",
    multi_select: ["2", "3"],
    text: "申请延期三天",
    checkbox: true,
    system_params_1: "task-42",
  };
  const view: OutboundCard["view"] = { title: "进度", tone: "done", body: [], actions: [] };
  const card = { cardId: "task-42-card-1", version: 2, chat: { kind: "group", group: groupId("cid") } as const, view };
  const { response } = JSON.parse(Object(sample("44")).data);

  test.each<[string, object]>([
    ["40", { ...press, deliveryId: "card_cb_1", action: "accept" }],
    ["41", { ...press, deliveryId: "card_cb_2", action: "", form }],
    ["42", { ...press, deliveryId: "card_cb_3", action: "" }],
  ])("like sample %s is read and answered with sample 44, the values being ours", async (number, expected) => {
    answer = { card, toast: "已收到。" };

    const text = await answerTo(number);

    expect(handler.callbacks).toEqual([expected]);
    const told = { toast: "已收到。", version: 2, form: number === "41" };
    const ours = {
      ...response,
      cardData: { cardParamMap: toCardParams(view, 2) },
      userPrivateData: { cardParamMap: toAnswerParams(told) },
    };
    expect(text).toBe(wireAnswer("44", { to: number, data: JSON.stringify({ response: ours }) }));
  });

  test("over HTTP like sample 45 is read alike, and answered with the fields of sample 43", async () => {
    answer = { card };
    const app = fastify();
    onTestFinished(() => app.close());
    await app.register(httpCallbacks({ handler, countPush: () => {}, card: { apiSecret: "api-secret" } }));

    const timestamp = String(Date.now());
    const signature = signCard(timestamp, "api-secret");
    const headers = { "x-ddpaas-signature-timestamp": timestamp, "x-ddpaas-signature": signature };
    const request = { method: "POST", url: "/dingtalk/card", headers, payload: Object(sample("45")) } as const;
    const reply = (await app.inject(request)).json();

    expect(handler.callbacks).toEqual([{ ...press, deliveryId: expect.any(String), action: "accept" }]);
    expect(Object.keys(reply)).toEqual(Object.keys(Object(sample("43"))));
    expect(reply.cardUpdateOptions).toEqual(Object(sample("43")).cardUpdateOptions);
  });
});

describe("an event", () => {
  const eventId = "c7c7120f2c07419aebdba0318c8";

  test.each<[string, object]>([
    ["20", { type: "user_add_org", data: { timeStamp: "1685501863357", people: ["015000227"] } }],
    [
      "24",
      {
        type: "robot_msg_read",
        data: {
          unionId: "union001",
          operatTime: "1654641965416",
          robotCode: "dingclientid001",
          group: "cidAAA==",
          person: "manager",
          receipt: "pqk001",
        },
      },
    ],
    [
      "25",
      {
        type: "chat_add_member",
        data: {
          timeStamp: 1608027106990,
          unionId: ["union002"],
          chatId: "chat28367b03",
          corpId: "dingcorp001",
          operatorUnionId: "union001",
          eventType: "chat_add_member",
          people: ["user456"],
          group: "cidAAA==",
          operator: "10203029",
        },
      },
    ],
  ])("like sample %s is read and, once stored, answered with sample 21, never with sample 23", async (number, told) => {
    expect(await answerTo(number)).toBe(wireAnswer("21", { to: number }));

    expect(handler.events).toEqual([{ kind: "event", eventId, ...told }]);
    expect(Object(sample("23")).data).toBe("{}");
  });

  test("that could not be stored is answered with sample 22", async () => {
    refusing = true;
    onTestFinished(() => {
      refusing = false;
    });

    const data = JSON.stringify({ status: "LATER", message: "not stored" });
    expect(await answerTo("20")).toBe(wireAnswer("22", { to: "20", data }));
    expect(Object.keys(JSON.parse(data))).toEqual(Object.keys(JSON.parse(Object(sample("22")).data)));
  });
});

describe("the platform's own frames", () => {
  test("like samples 13 and 14 are left alone, and sample 10 is answered with sample 11", async () => {
    for (const number of ["13", "14"]) link.send(sample(number));

    expect(await answerTo("10")).toBe(JSON.stringify(sample("11")));
    expect(stream.state()).toBe("connected");
  });

  test("like sample 12 make the bot connect anew and leave the old connection, unanswered", async () => {
    const other = await startPlatform();
    onTestFinished(other.close);
    const leaving = streamOn(other);
    onTestFinished(() => leaving.stop());
    await leaving.start();
    const old = await other.nextLink();
    const answers: unknown[] = [];
    old.socket.on("message", (text) => answers.push(text));

    old.send(sample("12"));

    await other.nextLink();
    await old.closed;
    expect(answers).toEqual([]);
  });
});

describe("the reply to the opening of a stream", () => {
  const opening = (status: number, number: string) => {
    platform.answer(OPEN, { status, body: sample(number) });
    return openEndpoint(endpointOf(platform), new AbortController().signal);
  };

  test("like sample 02 gives the address and the ticket", async () => {
    expect(await opening(200, "02")).toEqual(sample("02"));
  });

  test("like sample 03 is a refusal that trying again does not cure", async () => {
    await expect(opening(401, "03")).rejects.toThrow(ConnectionRefusedError);
  });
});
