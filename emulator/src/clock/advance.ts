import type { FiredMoment } from "../contract/control.ts";
import { ControlError, conflict } from "../control-api/control-error.ts";
import type { Activity } from "./activity.ts";
import type { EmulatedClock } from "./emulated-clock.ts";
import { shanghaiIso } from "./shanghai-time.ts";
import type { Subscribers } from "./subscribers.ts";
import { waitUntilIdle } from "./wait-until-idle.ts";

export interface ClockServices {
  clock: EmulatedClock;
  subscribers: Subscribers;
  activity: Activity;
}

/** Longer than the platform's redelivery of a message takes. */
const IDLE_TIMEOUT_MS = 180_000;
/** A moment that is still due after this many announcements of the time is an error of the bot. */
const MAX_REPEATS = 3;

/** @throws ControlError 409 when the clock follows the machine or the moment is in the past */
export function checkForward(clock: EmulatedClock, to: Date): void {
  if (!clock.frozen()) throw conflict("clockIsReal", "模拟器跟随本机时间，不能拨动");
  if (to < clock.now()) throw conflict("clockGoesBack", `时钟不能倒拨到 ${shanghaiIso(to)}`);
}

/**
 * Waits until everything is idle and every expected bot is registered. A bot that crashed is waited for, so that it
 * processes what is left once it is back.
 * @throws ControlError 504 when something never ends, 503 when a bot stays away
 */
export async function waitUntilIdleOrThrow(clockServices: ClockServices): Promise<{ nextDueAt: string | null }> {
  for (;;) {
    await clockServices.subscribers.waitForExpected();
    const idle = await waitUntilIdle(clockServices, IDLE_TIMEOUT_MS);
    if (idle === undefined) throw new ControlError(504, "notIdle", "模拟器或机器人一直未空闲");
    if (clockServices.subscribers.isComplete()) return idle;
  }
}

/**
 * Advances to a moment, stopping in order at every due moment before it and waiting at each until everything is idle.
 */
export async function advance(clockServices: ClockServices, to: Date): Promise<{ now: string; fired: FiredMoment[] }> {
  checkForward(clockServices.clock, to);
  const fired: FiredMoment[] = [];
  let { nextDueAt } = await waitUntilIdleOrThrow(clockServices);
  for (let repeats = 0; repeats < MAX_REPEATS; ) {
    const before = clockServices.clock.now();
    const due = nextDueAt === null ? undefined : new Date(nextDueAt);
    const stop = due !== undefined && due <= to ? new Date(Math.max(due.getTime(), before.getTime())) : to;
    clockServices.clock.set(stop);
    fired.push(...(await clockServices.subscribers.announceTime(shanghaiIso(stop))));
    nextDueAt = (await waitUntilIdleOrThrow(clockServices)).nextDueAt;
    if (stop >= to && (nextDueAt === null || new Date(nextDueAt) > to)) break;
    repeats = stop > before ? 0 : repeats + 1;
  }
  clockServices.clock.set(to);
  return { now: shanghaiIso(to), fired };
}
