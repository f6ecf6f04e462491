import { differences } from "dingtalk-payloads/samples/differences.ts";
import { sample } from "dingtalk-payloads/samples/sample.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Chat, OutboundCard } from "../../../../src/platform/chat/ports.ts";
import type { ViewField } from "../../../../src/platform/chat/view.ts";
import { sendDing } from "../../../../src/platform/dingtalk/api/ding.ts";
import { createTodo } from "../../../../src/platform/dingtalk/api/todo.ts";
import { writeAnswer } from "../../../../src/platform/dingtalk/inbound/write-answer.ts";
import { toCardParams } from "../../../../src/platform/dingtalk/render/index.ts";
import { openEndpoint } from "../../../../src/platform/dingtalk/stream/endpoint.ts";
import { groupId, staffId } from "../../../../src/shared/brand.ts";
import { botOn } from "../bot.ts";
import { type Platform, startPlatform } from "../platform.ts";

const group: Chat = { kind: "group", group: groupId("cidGROUP001==") };
const person: Chat = { kind: "direct", person: staffId("manager807") };
const view: OutboundCard["view"] = {
  title: "督办",
  tone: "running",
  body: [{ kind: "text", text: "办理中。" }],
  actions: [],
};
const cardIn = (chat: Chat): OutboundCard => ({ cardId: "task-42-card-1", chat, version: 1, view });

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
  platform.answer("POST /v1.0/oauth2/accessToken", { body: sample("87") });
  for (const [call, number] of Object.entries(answers)) platform.answer(call, { body: sample(number) });
  platform.answer("PUT /v1.0/card/instances", { body: { success: true, result: true } });
  platform.answer("POST /v1.0/robot/ding/send", { body: { openDingId: "d" } });
});
afterAll(() => platform.close());

const answers: Record<string, string> = {
  "POST /v1.0/card/instances/createAndDeliver": "52",
  "POST /v1.0/robot/oToMessages/batchSend": "61",
  "POST /v1.0/robot/groupMessages/send": "63",
  "POST /media/upload": "68",
  "POST /v1.0/todo/users/unionCreator/tasks": "91",
};

type Bot = ReturnType<typeof botOn>;

const openStream = () =>
  openEndpoint(
    {
      apiBase: platform.base,
      clientId: "c",
      clientSecret: "s",
      subscriptions: [{ type: "CALLBACK", topic: "/v1.0/im/bot/messages/get" }],
    },
    new AbortController().signal,
  );

const file = { name: "台账.xlsx", bytes: Buffer.from("PK") };
const ding = { robotCode: "robot", to: [staffId("manager807")], content: "督办件今日到期" };

/** Variables belong to a template; what counts of them is that every one is text. */
const variablesAside = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body, (name, value: unknown) => (name === "cardParamMap" ? allText(value) : value)));

const allText = (values: unknown): boolean => Object.values(Object(values)).every((value) => typeof value === "string");

interface Sent {
  number: string;
  what: string;
  send(bot: Bot): Promise<unknown>;
  /** Fields that we leave out or send beside the sample's, all of them optional. */
  differences?: string[];
}

const sent: Sent[] = [
  { number: "01", what: "the opening of a stream", send: openStream },
  {
    number: "50",
    what: "a card for a group",
    send: ({ gateway }) => gateway.sendCard(cardIn(group)),
    // No card of ours has values for one person, calls anyone by name, or is hidden from members of its group.
    differences: [
      "imGroupOpenDeliverModel.atUserIds is missing",
      "imGroupOpenDeliverModel.recipients is missing",
      "imGroupOpenSpaceModel.notification is missing",
      "privateData is missing",
    ],
  },
  {
    number: "51",
    what: "a card for a direct chat",
    send: ({ gateway }) => gateway.sendCard(cardIn(person)),
    // The line in the list of chats, and that people are named by userId, as for groups.
    differences: ["imRobotOpenSpaceModel.lastMessageI18n is added", "userIdType is added"],
  },
  {
    number: "54",
    what: "an update of a card",
    send: ({ gateway }) => gateway.updateCard(cardIn(group)),
    differences: ["privateData is missing", "userIdType is missing"],
  },
  { number: "60", what: "a direct message", send: ({ gateway }) => gateway.sendView(person, view) },
  { number: "62", what: "a file for a group", send: ({ gateway }) => gateway.sendFile(group, file) },
  { number: "67", what: "a DING", send: ({ api }) => sendDing(api, ding) },
  { number: "90", what: "a to-do", send: ({ api }) => createTodo(api, Object(sample("90"))) },
];

describe("what goes out", () => {
  test.each(sent)("has the fields and types of sample $number: $what", async ({ number, send, differences: known }) => {
    await send(botOn(platform, "t.schema"));

    const body = variablesAside(JSON.parse(platform.requests.at(-1)?.body ?? ""));

    expect(differences(body, variablesAside(sample(number)))).toEqual(known ?? []);
  });

  test("as the answer to a press has the fields and types of sample 43", () => {
    const press = { kind: "callback", deliveryId: "f", cardId: "c", person: staffId("p") } as const;
    const answer = writeAnswer({ card: cardIn(group) }, { ...press, action: "a.b", subject: "", version: 1 });

    expect(differences(variablesAside(answer), variablesAside(sample("43")))).toEqual([]);
  });

  test("as a form has for each kind of field the names and types of sample 95", () => {
    const options = [{ value: "done", text: "已办结" }];
    const fields: ViewField[] = [
      { name: "result", label: "办理结果", kind: "select", required: true, options },
      { name: "delay_to", label: "延期至", kind: "date", required: false },
    ];
    const form = { id: "f", action: "a.b", submitLabel: "提交", fields };

    const drawn = JSON.parse(toCardParams({ ...view, form }, 1).form ?? "").fields;

    const expected = Object(sample("95")).fields;
    expect(drawn.map(({ type }: { type: string }) => type)).toEqual(["SELECT", "DATE"]);
    // A required field says so in its empty field, too.
    const { placeholder, ...select } = drawn[0];
    expect(placeholder).toBe("必填");
    expect(differences(select, expected[1])).toEqual([]);
    expect(differences(drawn[1], expected[2])).toEqual([]);
  });
});
