import { describe, expect, test } from "vitest";
import { startClockSubscriber } from "./support/clock-subscriber.ts";
import { NOW, startEmulator } from "./support/world.ts";

const at = (time: string): string => `2023-08-${time}:00+08:00`;
const due = (key: string, dueAt: string) => ({ kind: "deadline", key, dueAt });

const registered = async (...args: Parameters<typeof startClockSubscriber>) => {
  const emulator = await startEmulator();
  const subscriber = await startClockSubscriber(...args);
  await emulator.control("/clock/subscribers", { url: subscriber.url });
  return { emulator, subscriber };
};

describe("advancing the clock", () => {
  test("visits every due moment on the way in order and says what fired", async () => {
    const dues = [due("second", at("12T17:30")), due("first", at("10T09:00")), due("later", at("20T09:00"))];
    const { emulator, subscriber } = await registered(dues);

    const { body } = await emulator.control("/clock/advance", { to: at("15T09:00") });

    expect(subscriber.announced).toEqual([at("10T09:00"), at("12T17:30"), at("15T09:00")]);
    expect(body).toEqual({
      now: at("15T09:00"),
      fired: [due("first", at("10T09:00")), due("second", at("12T17:30"))],
    });
    expect((await emulator.control("/clock")).body).toEqual({
      now: at("15T09:00"),
      frozen: true,
      nextDueAt: at("20T09:00"),
    });
  });

  test("visits moments that only arise on the way", async () => {
    const { emulator } = await registered([due("first", at("10T09:00"))], ({ key }) =>
      key === "first" ? [due("consequence", at("11T09:00"))] : [],
    );

    const { body } = await emulator.control<{ fired: { key: string }[] }>("/clock/advance", { to: at("12T09:00") });

    expect(body.fired.map(({ key }) => key)).toEqual(["first", "consequence"]);
  });

  test("visits the moments of several bots in one order", async () => {
    const { emulator, subscriber } = await registered([due("mine", at("10T09:00"))]);
    const other = await startClockSubscriber([due("yours", at("11T09:00"))]);
    await emulator.control("/clock/subscribers", { url: other.url });

    await emulator.control("/clock/advance", { to: at("12T09:00") });

    expect(subscriber.announced).toEqual([at("10T09:00"), at("11T09:00"), at("12T09:00")]);
    expect(other.announced).toEqual(subscriber.announced);
  });

  test("to the next moment stops there", async () => {
    const { emulator } = await registered([due("first", at("10T09:00")), due("second", at("12T09:00"))]);

    const { body } = await emulator.control<{ now: string; fired: { key: string }[] }>("/clock/advance", {
      next: true,
    });

    expect(body.now).toBe(at("10T09:00"));
    expect(body.fired.map(({ key }) => key)).toEqual(["first"]);
  });

  test("to the next moment stays where it is when nobody waits for one", async () => {
    const { emulator } = await registered([]);

    expect((await emulator.control("/clock/advance", { next: true })).body).toEqual({ now: NOW, fired: [] });
  });

  test("by milliseconds adds them", async () => {
    const emulator = await startEmulator();

    expect((await emulator.control("/clock/advance", { ms: 3_600_000 })).body).toEqual({
      now: at("09T10:00"),
      fired: [],
    });
  });

  test("ends although a bot never works off a moment", async () => {
    const { emulator } = await registered([due("stuck", at("10T09:00"))], (stuck) => [stuck]);

    const { body } = await emulator.control("/clock/advance", { to: at("11T09:00") });

    expect(body.now).toBe(at("11T09:00"));
  });

  test("backwards is refused", async () => {
    const emulator = await startEmulator();

    const advanced = await emulator.control<{ error: { code: string } }>("/clock/advance", { to: at("08T09:00") });
    const set = await emulator.control<{ error: { code: string } }>("/clock", { now: at("08T09:00") });

    expect([advanced.status, advanced.body.error.code]).toEqual([409, "clockGoesBack"]);
    expect([set.status, set.body.error.code]).toEqual([409, "clockGoesBack"]);
  });

  test("is refused while it follows the machine", async () => {
    const emulator = await startEmulator({ now: "real" });

    const { status, body } = await emulator.control<{ error: { code: string } }>("/clock/advance", { ms: 1 });

    expect([status, body.error.code]).toEqual([409, "clockIsReal"]);
    expect((await emulator.control("/clock")).body.frozen).toBe(false);
  });

  test("waits for the bots that are expected", async () => {
    const emulator = await startEmulator({ expectBots: 1 });
    const subscriber = await startClockSubscriber([]);

    const advancing = emulator.control("/clock/advance", { to: at("10T09:00") });
    await emulator.control("/clock/subscribers", { url: subscriber.url });

    expect((await advancing).body.now).toBe(at("10T09:00"));
    expect(subscriber.announced).toEqual([at("10T09:00")]);
  });

  test("waits for a bot that died on the way and has it work off the rest", async () => {
    const emulator = await startEmulator({ expectBots: 1 });
    const first = await startClockSubscriber([]);
    await emulator.control("/clock/subscribers", { url: first.url });
    await first.app.close();
    const second = await startClockSubscriber([due("left", at("10T09:00"))]);

    const advancing = emulator.control<{ fired: { key: string }[] }>("/clock/advance", { to: at("12T09:00") });
    await emulator.control("/clock/subscribers", { url: second.url });

    expect((await advancing).body.fired.map(({ key }) => key)).toEqual(["left"]);
    expect(second.announced.at(-1)).toBe(at("12T09:00"));
  });

  test("goes on without a bot that has gone", async () => {
    const { emulator, subscriber } = await registered([]);
    await subscriber.app.close();

    const { status } = await emulator.control("/clock/advance", { to: at("10T09:00") });

    expect(status).toBe(200);
  });
});

describe("setting the clock", () => {
  test("tells the bots the new time once", async () => {
    const { emulator, subscriber } = await registered([due("first", at("10T09:00"))]);

    const { body } = await emulator.control("/clock", { now: at("15T09:00") });

    expect(body).toEqual({ now: at("15T09:00"), frozen: true, nextDueAt: null });
    expect(subscriber.announced).toEqual([at("15T09:00")]);
  });
});

describe("idle", () => {
  test("is waited for until the bots say so", async () => {
    const { emulator, subscriber } = await registered([]);
    subscriber.busyFor(3);

    expect((await emulator.control("/idle", {})).body).toEqual({ idle: true });
  });

  test("that does not come in time is 408", async () => {
    const { emulator, subscriber } = await registered([]);
    subscriber.busyFor(1_000_000);

    expect((await emulator.control("/idle", { timeoutMs: 50 })).status).toBe(408);
  });
});

test("the timeline is the bot's, and empty without one", async () => {
  const alone = await startEmulator();
  const { emulator } = await registered([]);

  expect((await alone.control("/page/timeline")).body).toEqual({ spans: [], points: [], tour: [] });
  expect((await emulator.control("/page/timeline")).body.points).toHaveLength(1);
});

test("a reset goes back to the beginning and takes the bots along", async () => {
  const { emulator, subscriber } = await registered([]);
  await emulator.control("/users/district/say", { text: "帮助" });
  await emulator.control("/clock/advance", { to: at("15T09:00") });

  const { body } = await emulator.control("/reset", {});

  expect(body).toEqual({ now: NOW });
  expect(subscriber.resets).toEqual([NOW]);
  expect(await emulator.messages("district")).toEqual([]);
});
