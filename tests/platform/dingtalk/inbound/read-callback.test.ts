import { cardCallbackSchema } from "dingtalk-payloads";
import { sampleFrame } from "dingtalk-payloads/samples/sample.ts";
import { describe, expect, test } from "vitest";
import { readCallback } from "../../../../src/platform/dingtalk/inbound/read-callback.ts";

const press = (encoded: Record<string, unknown>) =>
  readCallback(cardCallbackSchema.parse({ outTrackId: "progress-1", userId: "yuecheng-1", ...encoded }), "frame-1");
const content = (params: unknown) => JSON.stringify({ cardPrivateData: { actionIds: ["b1"], params } });

describe("a press on a card", () => {
  test("carries action, subject and the version the person saw", () => {
    expect(press({ content: content({ action: "campaign.progress", subject: "yuecheng", v: "3" }) })).toEqual({
      kind: "callback",
      deliveryId: "frame-1",
      cardId: "progress-1",
      person: "yuecheng-1",
      action: "campaign.progress",
      subject: "yuecheng",
      version: 3,
    });
  });

  test("is read from `value` where a client sends no readable `content`", () => {
    const value = content({ action: "campaign.progress" });

    expect(press({ value }).action).toBe("campaign.progress");
    expect(press({ content: "{", value }).action).toBe("campaign.progress");
  });

  test.each([
    ["nothing", {}],
    ["no JSON", { content: "accept" }],
    ["parameters that are no record", { content: content("accept") }],
    ["an action that is no text", { content: content({ action: { a: 1 } }) }],
  ])("with %s has an empty action", (_, encoded) => {
    expect(press(encoded).action).toBe("");
  });

  test.each([
    ["1", 1],
    [7, 7],
    ["0", 0],
    ["-1", 0],
    ["1.5", 0],
    ["", 0],
    [undefined, 0],
    ["9007199254740993", 0],
  ])("with version %j stands on version %i", (v, version) => {
    expect(press({ content: content({ action: "a.b", v }) }).version).toBe(version);
  });

  test("that submits a form hands on plain values", () => {
    const { form } = readCallback(cardCallbackSchema.parse(sampleFrame("41").data), "frame-1");

    expect(form).toEqual({
      date: "2026-11-30",
      datetime: "2026-11-30 17:30",
      select: "3",
      multi_select: ["2", "3"],
      text: "申请延期三天",
      checkbox: true,
      system_params_1: "task-42",
    });
  });

  test("leaves out what was left empty, however the client says so", () => {
    const form = { a: "", b: null, c: { index: -1, value: "" }, d: { index: [], value: [] }, e: 0, f: false, g: "  " };

    expect(press({ content: content({ action: "a.b", form }) }).form).toEqual({ e: 0, f: false });
  });

  test("may carry the form as text", () => {
    expect(press({ content: content({ form: JSON.stringify({ a: "1" }) }) }).form).toEqual({ a: "1" });
  });
});
