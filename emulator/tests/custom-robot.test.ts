import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { makeRecentKeys } from "../src/limits/call-limits.ts";
import { makeSendingRate } from "../src/limits/sending-rate.ts";
import { appOf } from "./support/app.ts";
import { GROUP, startEmulator } from "./support/world.ts";

interface Robot {
  conversationId: string;
  secret: string;
  webhook: string;
}

const HOUR_MS = 60 * 60 * 1_000;
const text = (content: string, more: object = {}) => ({ msgtype: "text", text: { content }, ...more });

async function startWithRobot() {
  const emulator = await startEmulator();
  const { robots } = (await emulator.control<{ robots: Robot[] }>("/page/custom-robots")).body;
  const robot = robots.find(({ conversationId }) => conversationId === GROUP);
  const webhook = new URL(robot?.webhook ?? "");
  const secret = robot?.secret ?? "";
  const send = async (body: object, { at = Date.now(), key = secret } = {}): Promise<unknown> => {
    const sign = createHmac("sha256", key).update(`${at}\n${key}`).digest("base64");
    const query = new URLSearchParams({
      access_token: webhook.searchParams.get("access_token") ?? "",
      timestamp: String(at),
      sign,
    });
    const init = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
    return (await emulator.request(`${webhook.pathname}?${query}`, init)).body.errcode;
  };
  return { emulator, send };
}

test("of the keys of messages the newest are kept", () => {
  const keys = makeRecentKeys(2);

  for (const key of ["1", "2", "3"]) keys.add(key);

  expect(["1", "2", "3"].map(keys.has)).toEqual([false, true, true]);
});

describe("a group's custom robot", () => {
  test("posts into its group with its signature", async () => {
    const { emulator, send } = await startWithRobot();

    expect(await send(text("监测报警"))).toBe(0);
    expect(await emulator.messages("district", GROUP)).toMatchObject([{ from: "自定义机器人", text: "监测报警" }]);
  });

  test("is refused with another secret, an old timestamp, or an unknown token", async () => {
    const { emulator, send } = await startWithRobot();
    const unknown = await emulator.request("/robot/send?access_token=none", { method: "POST" });

    expect(await send(text("通知"), { key: "SECother" })).toBe(310000);
    expect(await send(text("通知"), { at: Date.now() - HOUR_MS - 1_000 })).toBe(310000);
    expect(await send(text("通知"), { at: Date.now() - HOUR_MS + 10_000 })).toBe(0);
    expect(unknown.body.errcode).toBe(400101);
  });

  test("sends one message for one msgUuid", async () => {
    const { emulator, send } = await startWithRobot();

    expect([await send(text("通知", { msgUuid: "1" })), await send(text("通知", { msgUuid: "1" }))]).toEqual([0, 0]);
    expect(await emulator.messages("district", GROUP)).toHaveLength(1);
  });

  test("has sent nothing yet after a reset, and is blocked no more", async () => {
    const { emulator, send } = await startWithRobot();
    const sendAll = () => Promise.all(Array.from({ length: 21 }, (_, n) => send(text("通知", { msgUuid: `${n}` }))));
    expect((await sendAll()).filter((code) => code === 410100)).toHaveLength(1);

    await emulator.control("/reset", {});

    expect(await send(text("通知", { msgUuid: "0" }))).toBe(0);
    expect(await emulator.messages("district", GROUP)).toHaveLength(1);
  });

  test("calls fifty people and no more when strict", async () => {
    const { emulator, send } = await startWithRobot();
    const ids = (count: number) => Array.from({ length: count }, (_, n) => `u${n}`);
    const call = (count: number) =>
      send(
        text(
          ids(count)
            .map((id) => `@${id}`)
            .join(" "),
          { at: { atUserIds: ids(count) } },
        ),
      );

    expect([await call(50), await call(51)]).toEqual([0, 40035]);
    await appOf(emulator).lenient();
    expect(await call(51)).toBe(0);
  });

  test("knows no kinds but its own", async () => {
    const { send } = await startWithRobot();

    expect(await send({ msgtype: "file", file: { mediaId: "@1" } })).toBe(400105);
    expect(await send({})).toBe(40035);
    expect(await send({ msgtype: "markdown" })).toBe(40035);
  });

  test("is blocked at the twenty-first message of a minute", async () => {
    const { send } = await startWithRobot();
    const codes: unknown[] = [];
    for (let n = 0; n < 21; n += 1) codes.push(await send(text(`${n}`)));

    expect(codes).toEqual([...Array.from({ length: 20 }, () => 0), 410100]);
  });

  test("stands in no description of the control interface", async () => {
    const { emulator } = await startWithRobot();
    const { paths } = (await emulator.control<{ paths: object }>("/openapi.json")).body;

    expect(Object.keys(paths)).not.toContain("/_emulator/page/custom-robots");
  });
});

test("the block of a custom robot lasts ten minutes from the message that brought it", () => {
  let now = 0;
  const rate = makeSendingRate(() => now);
  for (let n = 0; n < 21; n += 1) rate.tryAcquire("robot");
  now = 10 * 60_000 - 1;
  expect([rate.tryAcquire("robot"), rate.tryAcquire("other")]).toEqual([false, true]);
  now = 10 * 60_000;
  expect(rate.tryAcquire("robot")).toBe(true);
});
