import { once } from "node:events";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { GROUP, startEmulator } from "../support/world.ts";
import { neverSent } from "./directions.ts";
import { openRawStream } from "./raw-stream.ts";
import { bodyOf, expectSample } from "./sample-world.ts";

type Emulator = Awaited<ReturnType<typeof startEmulator>>;

const PING_EVERY_MS = 30_000;
const GOODBYE_MS = 10_000;

/** Timers of this kind wait for the test from here on. */
function holdTimers(kind: "setInterval" | "setTimeout") {
  vi.useFakeTimers({
    toFake: kind === "setInterval" ? ["setInterval", "clearInterval"] : ["setTimeout", "clearTimeout"],
  });
  onTestFinished(() => void vi.useRealTimers());
}

const open = (emulator: Emulator, body: object) =>
  emulator.request("/v1.0/gateway/connections/open", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

const warned = async (emulator: Emulator) =>
  (await emulator.control<{ warnings: { code: string }[] }>("/warnings")).body.warnings.map(({ code }) => code);

const joinGroup = (emulator: Emulator) =>
  emulator.control(`/groups/${encodeURIComponent(GROUP)}/members`, { userIds: ["outsider"] });

const notice = { ...bodyOf("62"), msgKey: "sampleText", msgParam: '{"content":"通知"}' };

describe("opening a stream", () => {
  test("takes sample 01 and answers with sample 02", async () => {
    const emulator = await startEmulator();

    const { status, body } = await open(emulator, bodyOf("01"));

    expect(status).toBe(200);
    expectSample("02", body);
  });

  test("with a wrong secret answers with sample 03", async () => {
    const emulator = await startEmulator();

    const { status, body } = await open(emulator, { ...bodyOf("01"), clientSecret: "wrong" });

    expect(status).toBe(401);
    expectSample("03", body);
  });
});

describe("system frames", () => {
  test("ping with sample 10 and take sample 11 without a word", async () => {
    holdTimers("setInterval");
    const emulator = await startEmulator();
    const stream = await openRawStream(emulator);

    vi.advanceTimersByTime(PING_EVERY_MS);
    const ping = await stream.next();
    stream.answer("11", ping);
    await emulator.control("/users/district/say", { text: "帮助" });
    await stream.next();

    expectSample("10", ping);
    expect(await warned(emulator)).toEqual([]);
  });

  test("say goodbye with sample 12, fall silent and close after ten seconds", async () => {
    const emulator = await startEmulator();
    await emulator.control("/settings", { redeliveries: 0 });
    const stream = await openRawStream(emulator);
    const closed = once(stream.socket, "close");
    holdTimers("setTimeout");

    await emulator.control("/faults", { rules: [{ action: "disconnect" }] });
    expectSample("12", await stream.next());
    await emulator.control("/users/district/say", { text: "有人吗" });
    vi.advanceTimersByTime(GOODBYE_MS - 1);

    expect((await emulator.messages("district")).at(0)?.delivery).toBe("lost");
    expect([stream.frames.length, stream.socket.readyState]).toEqual([1, stream.socket.OPEN]);
    vi.advanceTimersByTime(1);
    await closed;
  });

  test.each(neverSent)("are never like sample %s", async (number) => {
    holdTimers("setInterval");
    const emulator = await startEmulator();
    const stream = await openRawStream(emulator);

    vi.advanceTimersByTime(PING_EVERY_MS);
    await stream.next();
    await emulator.control("/faults", { rules: [{ action: "disconnect" }] });
    await stream.next();

    const topics = stream.frames.map(({ headers }) => headers.topic);
    expect(topics).toEqual(["ping", "disconnect"]);
    expect(topics).not.toContain(Object(bodyOf(number).headers).topic);
  });
});

describe("events", () => {
  test("of a new person are sample 20, and sample 21 settles them", async () => {
    const emulator = await startEmulator();
    const stream = await openRawStream(emulator);

    await emulator.control("/users", { userId: "auditor", name: "审计人员" });
    const event = await stream.next();
    stream.answer("21", event);
    await emulator.idle();

    expectSample("20", event);
    expect(stream.frames).toHaveLength(1);
  });

  test("of a message that was read are sample 24", async () => {
    const emulator = await startEmulator();
    const stream = await openRawStream(emulator);
    await emulator.platform("POST", "/v1.0/robot/groupMessages/send", notice);

    await emulator.control("/users/district/read", { messageId: "all" });

    expectSample("24", await stream.next());
  });

  test("of a new member of a group are sample 25", async () => {
    const emulator = await startEmulator();
    const stream = await openRawStream(emulator);

    await joinGroup(emulator);

    expectSample("25", await stream.next());
  });

  test("answered with sample 22, which asks for later, come again as the same event", async () => {
    const emulator = await startEmulator();
    await emulator.control("/settings", { redeliverAfterMs: 500 });
    const stream = await openRawStream(emulator);

    await joinGroup(emulator);
    const first = await stream.next();
    stream.answer("22", first);
    const second = await stream.next();
    stream.answer("21", second);
    await emulator.idle();

    expect(second.data).toBe(first.data);
    expect(second.headers.eventId).toBe(first.headers.eventId);
    expect(second.headers.messageId).not.toBe(first.headers.messageId);
    expect(stream.frames).toHaveLength(2);
    expect(await warned(emulator)).toEqual(["ack.refused"]);
  });

  test("answered with sample 23, the official client's fault with a slow handler, are settled and warned of", async () => {
    const emulator = await startEmulator();
    await emulator.control("/settings", { redeliverAfterMs: 500 });
    const stream = await openRawStream(emulator);

    await joinGroup(emulator);
    stream.answer("23", await stream.next());
    await emulator.idle();

    expect(stream.frames).toHaveLength(1);
    expect(await warned(emulator)).toEqual(["event.noStatus"]);
  });
});

test("a robot message is acknowledged by sample 39", async () => {
  const emulator = await startEmulator();
  const stream = await openRawStream(emulator);

  await emulator.control("/users/district/say", { text: "帮助" });
  stream.answer("39", await stream.next());
  await emulator.idle();

  expect((await emulator.messages("district")).at(0)?.delivery).toBe("acknowledged");
  expect(stream.frames).toHaveLength(1);
});
