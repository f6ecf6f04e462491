import { describe, expect, test } from "vitest";
import { appOf } from "./support/app.ts";
import { credentials, startEmulator } from "./support/world.ts";

const { robotCode } = credentials;
const SEND = "/v1.0/robot/ding/send";
const people = (count: number) => Array.from({ length: count }, (_, n) => `user-${n}`);
const ding = (receiverUserIdList: string[], remindType = 1) => ({
  robotCode,
  remindType,
  receiverUserIdList,
  content: "请确认",
});

describe("a DING", () => {
  test.each([
    [1, 200],
    [2, 20],
    [3, 20],
  ])("of way %i reaches at most %i people", async (way, most) => {
    const app = appOf(await startEmulator());

    expect(await app.refusal("POST", SEND, ding(people(most), way))).toEqual([200, undefined]);
    expect(await app.refusal("POST", SEND, ding(people(most + 1), way))).toEqual([400, "ding.receivercount.limit"]);
  });

  test("is taken back by its id, by nobody else's", async () => {
    const emulator = await startEmulator();
    const sent = await emulator.platform<{ openDingId: string }>("POST", SEND, ding(["district"]));
    const { openDingId } = sent.body;
    const recall = "/v1.0/robot/ding/recall";

    const unknown = await emulator.platform("POST", recall, { robotCode, openDingId: "other" });
    const { body } = await emulator.platform("POST", recall, { robotCode, openDingId });

    expect([unknown.status, unknown.body.code]).toEqual([400, "recall.ding.exception"]);
    expect(body).toEqual({ openDingId });
    expect(await emulator.messages("district", "ding")).toMatchObject([{ kind: "ding", recalled: true }]);
  });
});
