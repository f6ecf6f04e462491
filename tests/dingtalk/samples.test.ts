import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { directBody } from "../../src/dingtalk/api/send-direct.ts";
import { groupBody } from "../../src/dingtalk/api/send-group.ts";
import { cardUpdate } from "../../src/dingtalk/api/update-card.ts";
import { cardBody } from "../../src/dingtalk/send/card-body.ts";
import * as wire from "../../src/dingtalk/wire.ts";
import { groupId, staffId } from "../../src/shared/brand.ts";
import { sample, sampleFrame, sampleNames } from "./sample.ts";

const incoming: Record<string, z.ZodType> = {
  "02": wire.openResponseSchema,
  "03": wire.apiErrorSchema,
  "10": wire.frameSchema,
  "12": wire.frameSchema,
  "13": wire.frameSchema,
  "14": wire.frameSchema,
  "20": wire.frameSchema,
  "24": wire.frameSchema,
  "25": wire.frameSchema,
  "30": wire.frameSchema,
  "31": wire.frameSchema,
  "32": wire.frameSchema,
  "33": wire.frameSchema,
  "34": wire.frameSchema,
  "35": wire.frameSchema,
  "36": wire.frameSchema,
  "37": wire.frameSchema,
  "38": wire.frameSchema,
  "40": wire.frameSchema,
  "41": wire.frameSchema,
  "42": wire.frameSchema,
  "45": wire.cardCallbackSchema,
  "52": wire.createAndDeliverResponseSchema,
  "53": wire.createAndDeliverResponseSchema,
  "55": wire.cardCreateResponseSchema,
  "56": wire.deliverResponseSchema,
  "61": wire.directSendResponseSchema,
  "63": wire.groupSendResponseSchema,
  "64": wire.readStatusResponseSchema,
  "65": wire.groupQueryResponseSchema,
  "66": wire.recallResponseSchema,
  "68": wire.mediaUploadResponseSchema,
  "69": wire.fileDownloadResponseSchema,
  "71": wire.oapiEnvelopeSchema,
  "72": wire.oapiEnvelopeSchema,
  "73": wire.oapiEnvelopeSchema,
  "80": wire.apiErrorSchema,
  "81": wire.apiErrorSchema,
  "82": wire.apiErrorSchema,
  "83": wire.apiErrorSchema,
  "84": wire.addressBanSchema,
  "85": wire.apiErrorSchema,
  "86": wire.oapiEnvelopeSchema,
  "87": wire.tokenResponseSchema,
  "88": wire.oapiTokenResponseSchema,
  "91": wire.todoCreateResponseSchema,
  "92": wire.userByMobileResponseSchema,
  "93": wire.userGetResponseSchema,
};

/** Unknown fields would be stripped and so be missed. */
const outgoing: Record<string, z.ZodType> = {
  "01": wire.openRequestSchema,
  "11": wire.ackSchema,
  "21": wire.ackSchema,
  "22": wire.ackSchema,
  "23": wire.ackSchema,
  "39": wire.ackSchema,
  "43": wire.cardCallbackReplySchema,
  "44": wire.ackSchema,
  "50": wire.createAndDeliverRequestSchema,
  "51": wire.createAndDeliverRequestSchema,
  "54": wire.cardUpdateRequestSchema,
  "60": wire.directSendRequestSchema,
  "62": wire.groupSendRequestSchema,
  "67": wire.dingRequestSchema,
  "70": wire.sessionSendRequestSchema,
  "90": wire.todoCreateRequestSchema,
};

/** Streamed card texts and link shortcuts are not used; the form variable belongs to the card's rendering. */
const notOurs = ["57", "94", "95"];

const messages = ["30", "31", "32", "33", "34", "35", "36", "37", "38"];
const presses = ["40", "41", "42"];

describe("samples of the platform", () => {
  test("every sample has a direction", () => {
    const known = [...Object.keys(incoming), ...Object.keys(outgoing), ...notOurs].sort();

    expect(known).toEqual(sampleNames().map((name) => name.slice(0, 2)));
  });

  test.each(Object.entries(incoming))("incoming sample %s is read without a problem", (number, schema) => {
    expect(schema.safeParse(sample(number)).error).toBeUndefined();
  });

  test.each(Object.entries(outgoing))("outgoing sample %s has no field that ours would lack", (number, schema) => {
    expect(schema.parse(sample(number))).toEqual(sample(number));
  });

  test.each(messages)("the data of message sample %s are a robot message", (number) => {
    expect(wire.robotMessageSchema.safeParse(sampleFrame(number).data).error).toBeUndefined();
  });

  test.each(presses)("the data of press sample %s are decoded a second time", (number) => {
    const press = wire.cardCallbackSchema.parse(sampleFrame(number).data);

    expect(wire.readPress(press)?.actionIds).toHaveLength(1);
  });

  test.each(["20", "24", "25"])("the data of event sample %s are a record", (number) => {
    expect(wire.eventDataSchema.parse(sampleFrame(number).data)).toEqual(sampleFrame(number).data);
  });
});

type Shape = string | { [name: string]: Shape } | Shape[];

/** Types in place of values; the variables of a card differ by template and count as one. */
function shapeOf(value: unknown, name = ""): Shape {
  if (name === "cardParamMap") return "variables";
  if (Array.isArray(value)) return [...new Set(value.map((item) => shapeOf(item)))];
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shapeOf(item, key)]));
}

const view = { title: "进度", tone: "running", body: [], actions: [] } as const;
const card = { cardId: "progress-1", version: 1, view: { ...view, body: [], actions: [] } };
const settings = { robotCode: "r", templateId: "t.schema", callback: { type: "STREAM" } } as const;

describe("what we send has the fields and types of the samples", () => {
  test("a card for a group", () => {
    const sent = cardBody(settings, { ...card, chat: { kind: "group", group: groupId("cid") } });

    expect(shapeOf(sample("50"))).toMatchObject(Object(shapeOf(sent)));
  });

  test("a card for a direct chat", () => {
    const sent = cardBody(settings, { ...card, chat: { kind: "direct", person: staffId("yuecheng-1") } });
    const known = { userIdType: 1, imRobotOpenSpaceModel: { supportForward: true, lastMessageI18n: { ZH_CN: "" } } };

    expect(shapeOf(sent)).toEqual(shapeOf({ ...Object(sample("51")), ...known }));
  });

  test("an update of a card", () => {
    const { privateData, userIdType, ...expected } = Object(sample("54"));

    expect(shapeOf(cardUpdate("progress-1", { title: "进度" }))).toEqual(shapeOf(expected));
  });

  test("a direct message", () => {
    const message = { msgKey: "sampleMarkdown", param: { title: "进度", text: "正文" } } as const;

    expect(shapeOf(directBody("r", staffId("yuecheng-1"), message))).toEqual(shapeOf(sample("60")));
  });

  test("a file for a group", () => {
    const param = { mediaId: "@m", fileName: "附件4.xlsx", fileType: "xlsx" };

    expect(shapeOf(groupBody("r", groupId("cid"), { msgKey: "sampleFile", param }))).toEqual(shapeOf(sample("62")));
  });
});
