import { frameSchema } from "dingtalk-payloads";
import { sample } from "dingtalk-payloads/samples/sample.ts";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { CallbackAnswer } from "../../../../src/platform/chat/ports.ts";
import { makeDispatch, type Reply } from "../../../../src/platform/dingtalk/stream/dispatch.ts";
import { silentLog } from "../../../../src/shared/log.ts";
import { recorder } from "../recorder.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

const press = frameSchema.parse(sample("40"));
const later = <Value>(ms: number, value: Value): Promise<Value> =>
  new Promise((resolve) => setTimeout(() => resolve(value), ms));

/** Delivery reports and responses for a press, given the duration of its handler and of writing its response. */
async function outcomeOf({ handled, written }: { handled: number; written: number }) {
  const deliveries: boolean[] = [];
  let replies = 0;
  const answer: CallbackAnswer = { toast: "已收到。", onDelivery: (delivered) => deliveries.push(delivered) };
  const reply: Reply = () => {
    replies += 1;
    return later(written, true);
  };
  const dispatch = makeDispatch({
    handler: recorder({ onCallback: () => later(handled, answer) }),
    log: silentLog,
    countPush: () => {},
  });
  const work = dispatch(press, reply);
  await vi.runAllTimersAsync();
  await work;
  return { deliveries, replies };
}

describe("the answer to a press", () => {
  test.each([
    ["at once", 0, 0, true, 1],
    ["just in time", 1_899, 0, true, 1],
    ["in time, but written too late", 1_800, 200, false, 1],
    ["too late to be sent", 1_900, 0, false, 0],
  ])("%s is reported once", async (_, handled, written, delivered, replies) => {
    expect(await outcomeOf({ handled, written })).toEqual({ deliveries: [delivered], replies });
  });

  test("that cannot be serialised is reported as not delivered", async () => {
    const deliveries: boolean[] = [];
    const text = { name: "note", label: "说明", kind: "text", required: false, value: "评".repeat(1024) } as const;
    const form = { id: "f", action: "a.b", submitLabel: "保存", fields: [text] };
    const view = { title: "申报", tone: "running", body: [], actions: [], form } as const;
    const card = { cardId: "c", version: 1, chat: Object({ kind: "group", group: "g" }), view: Object(view) };
    const handler = recorder({
      onCallback: async () => ({ card, onDelivery: (delivered) => deliveries.push(delivered) }),
    });

    await makeDispatch({ handler, log: silentLog, countPush: () => {} })(press, async () => true);

    expect(deliveries).toEqual([false]);
  });
});

describe("pushes", () => {
  test("are counted as the platform bills them: messages and presses, not events", async () => {
    const counted: string[] = [];
    const dispatch = makeDispatch({
      handler: recorder(),
      log: silentLog,
      countPush: (topic, person = "") => counted.push(`${topic} ${person}`),
    });

    for (const number of ["31", "40", "20", "10"]) await dispatch(frameSchema.parse(sample(number)), async () => true);

    expect(counted).toEqual(["/v1.0/im/bot/messages/get manager807", "/v1.0/card/instances/callback manager807"]);
  });
});
