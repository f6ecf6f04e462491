import { z } from "zod";
import { advance, type ClockServices, checkForward, waitUntilIdleOrThrow } from "../clock/advance.ts";
import { shanghaiIso } from "../clock/shanghai-time.ts";
import { waitUntilIdle } from "../clock/wait-until-idle.ts";
import { ControlError } from "../control-api/control-error.ts";
import { type ControlRoute, controlRoute } from "../control-api/control-route.ts";
import { isLoopback } from "../net/hosts.ts";

const moment = z.iso.datetime({ offset: true });
const clockReply = z.object({ now: z.string(), frozen: z.boolean(), nextDueAt: z.string().nullable() });
const firedReply = z.array(z.object({ kind: z.string(), key: z.string(), dueAt: z.string() }));

const advanceBody = z.union([
  z.object({ to: moment }),
  z.object({ ms: z.int().nonnegative() }),
  z.object({ next: z.literal(true) }),
]);

const DEFAULT_IDLE_MS = 30_000;

interface ClockRouteDeps {
  clockServices: ClockServices;
  /** Runs movements of the clock one after the other. */
  runExclusive: <T>(work: () => Promise<T>) => Promise<T>;
  /** Called after every change of the time. */
  onChange(): void;
}

export function clockRoutes(clockServices: ClockServices, onChange: () => void): ControlRoute[] {
  const routeDeps = { clockServices, runExclusive: makeMutex(), onChange };
  return [
    readRoute(clockServices),
    setRoute(routeDeps),
    advanceRoute(routeDeps),
    subscribeRoute(clockServices),
    idleRoute(clockServices),
    timelineRoute(clockServices),
  ];
}

const readClock = async ({ clock, subscribers }: ClockServices) => ({
  now: shanghaiIso(clock.now()),
  frozen: clock.frozen(),
  nextDueAt: (await subscribers.queryIdle()).nextDueAt,
});

const readRoute = (clockServices: ClockServices) =>
  controlRoute({
    method: "GET",
    path: "/clock",
    summary: "The emulated time and the next moment a bot waits for.",
    reply: clockReply,
    run: () => readClock(clockServices),
  });

const setRoute = ({ clockServices, runExclusive, onChange }: ClockRouteDeps) =>
  controlRoute({
    method: "POST",
    path: "/clock",
    summary: "Sets the time, not backwards; due moments in between are processed together.",
    body: z.object({ now: moment }),
    reply: clockReply,
    run: ({ body }) =>
      runExclusive(async () => {
        const { clock, subscribers } = clockServices;
        checkForward(clock, new Date(body.now));
        await subscribers.waitForExpected();
        clock.set(new Date(body.now));
        await subscribers.announceTime(shanghaiIso(clock.now()));
        await waitUntilIdleOrThrow(clockServices);
        onChange();
        return readClock(clockServices);
      }),
  });

const advanceRoute = ({ clockServices, runExclusive, onChange }: ClockRouteDeps) =>
  controlRoute({
    method: "POST",
    path: "/clock/advance",
    summary: "Advances the clock, stopping at every due moment in order; replies when everything is idle.",
    body: advanceBody,
    reply: z.object({ now: z.string(), fired: firedReply }),
    run: ({ body }) =>
      runExclusive(async () => {
        checkForward(clockServices.clock, "to" in body ? new Date(body.to) : clockServices.clock.now());
        await clockServices.subscribers.waitForExpected();
        const result = await advance(clockServices, await targetOf(clockServices, body));
        onChange();
        return result;
      }),
  });

/** The emulator calls only addresses on this machine. */
const isHere = (address: string): boolean => isLoopback(URL.parse(address)?.host ?? "");

const subscribeRoute = ({ clock, subscribers }: ClockServices) =>
  controlRoute({
    method: "POST",
    path: "/clock/subscribers",
    summary: "Subscribes a bot to this clock; repeated every few seconds.",
    body: z.object({ url: z.url().refine(isHere, "只能是本机的地址（127.0.0.1、[::1] 或 localhost）") }),
    reply: z.object({ now: z.string() }),
    run: ({ body }) => {
      subscribers.register(body.url.replace(/\/$/, ""));
      return { now: shanghaiIso(clock.now()) };
    },
  });

const idleRoute = (clockServices: ClockServices) =>
  controlRoute({
    method: "POST",
    path: "/idle",
    summary: "Replies when the emulator and the bots are idle.",
    body: z.object({ timeoutMs: z.int().positive().default(DEFAULT_IDLE_MS) }),
    reply: z.object({ idle: z.literal(true) }),
    run: async ({ body }) => {
      await clockServices.subscribers.waitForExpected();
      const idle = await waitUntilIdle(clockServices, body.timeoutMs);
      if (idle === undefined) throw new ControlError(408, "notIdle", "限定时间内未空闲");
      return { idle: true };
    },
  });

async function targetOf(clockServices: ClockServices, body: z.output<typeof advanceBody>): Promise<Date> {
  if ("to" in body) return new Date(body.to);
  if ("ms" in body) return new Date(clockServices.clock.now().getTime() + body.ms);
  const { nextDueAt } = await waitUntilIdleOrThrow(clockServices);
  const now = clockServices.clock.now();
  return nextDueAt === null ? now : new Date(Math.max(Date.parse(nextDueAt), now.getTime()));
}

const timelineRoute = ({ subscribers }: ClockServices): ControlRoute =>
  controlRoute({
    method: "GET",
    path: "/page/timeline",
    summary: "The campaign's timeline from the first bot, for the time bar and the guided first steps.",
    run: async () => (await subscribers.timeline()) ?? { spans: [], points: [], tour: [] },
  });

/** Runs tasks one after the other, so that movements of the clock do not interleave. */
function makeMutex(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const runExclusive = last.then(work, work);
    last = runExclusive.catch(() => undefined);
    return runExclusive;
  };
}
