import { describe, expect, test } from "vitest";
import { appOf } from "./support/app.ts";
import { startEmulator, TEMPLATE } from "./support/world.ts";

const STREAM = "/v1.0/card/streaming";

async function startWithCard() {
  const emulator = await startEmulator();
  const app = appOf(emulator);
  await emulator.platform("POST", "/v1.0/card/instances/createAndDeliver", {
    cardTemplateId: TEMPLATE,
    outTrackId: "card-1",
    cardData: { cardParamMap: { title: "甲" } },
    openSpaceId: "dtv1.card//IM_ROBOT.district",
    imRobotOpenDeliverModel: { spaceType: "IM_ROBOT" },
  });
  let calls = 0;
  const stream = (given: object) => {
    calls += 1;
    return app.refusal("PUT", STREAM, { outTrackId: "card-1", guid: `g${calls}`, key: "title", ...given });
  };
  const title = async () => (await emulator.card("district", "card-1")).data.title;
  return { emulator, app, stream, title };
}

describe("a streaming update", () => {
  test("appends, or replaces when full, and its guid counts once", async () => {
    const { stream, title } = await startWithCard();

    expect(await stream({ content: "乙" })).toEqual([200, undefined]);
    expect(await title()).toBe("甲乙");
    await stream({ content: "丙", guid: "same" });
    await stream({ content: "丙", guid: "same" });
    expect(await title()).toBe("甲乙丙");
    await stream({ content: "完", isFull: true, isFinalize: true });
    expect(await title()).toBe("完");
  });

  test("of a markdown variable must be full, strict or not", async () => {
    const { app, emulator, stream } = await startWithCard();

    expect(await stream({ key: "body", content: "文" })).toEqual([400, "param.stream.isFull"]);
    expect(await stream({ key: "body", content: "文", isFull: true })).toEqual([200, undefined]);
    await app.lenient();
    expect(await stream({ key: "body", content: "字" })).toEqual([400, "param.stream.isFull"]);
    expect((await emulator.card("district", "card-1")).data.body).toBe("文");
  });

  test.each([
    ["no key", { key: "", content: "文" }, "param.stream.keyEmpty"],
    ["no content", { content: undefined }, "param.stream.contentEmpty"],
    ["no guid", { guid: "", content: "文" }, "param.stream.guidEmpty"],
    ["no such card", { outTrackId: "none", content: "文" }, "param.stream.outTrackId"],
    ["no such variable", { key: "none", content: "文" }, "param.invalid"],
  ])("with %s is refused", async (_what, given, code) => {
    const { stream } = await startWithCard();

    expect(await stream(given)).toEqual([400, code]);
  });

  test("takes 1024 bytes a call when strict", async () => {
    const { app, stream } = await startWithCard();

    expect(await stream({ content: "a".repeat(1_024) })).toEqual([200, undefined]);
    expect(await stream({ content: "a".repeat(1_025) })).toEqual([400, "param.stream.content"]);
    await app.lenient();
    expect(await stream({ content: "a".repeat(1_025) })).toEqual([200, undefined]);
  });

  test("warns of a template that is none for streaming and of a text too long together", async () => {
    const { app, stream } = await startWithCard();

    await stream({ content: "a".repeat(1_000) });
    await stream({ content: "a".repeat(1_024) });
    await stream({ content: "a".repeat(1_024) });
    expect(await app.warnings()).not.toContain("card.streamTooLong");
    await stream({ content: "a".repeat(1_024) });

    expect(await app.warnings()).toEqual(expect.arrayContaining(["card.notForStreaming", "card.streamTooLong"]));
  });
});
