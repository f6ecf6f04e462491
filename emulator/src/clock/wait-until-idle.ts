import { setTimeout as pause } from "node:timers/promises";
import type { Activity } from "./activity.ts";
import type { Subscribers } from "./subscribers.ts";

const POLL_MS = 5;
const MAX_POLL_MS = 40;
/** How long a bot waits at most before it answers that it is not idle. */
const BOT_WAIT_MS = 1_000;

/**
 * Waits until neither the emulator nor any bot has work in progress. The emulator is checked before and after the
 * bots, so that work passing from one to the other is not missed.
 * @returns the earliest moment a bot waits for, or undefined after a timeout
 */
export async function waitUntilIdle(
  { activity, subscribers }: { activity: Activity; subscribers: Subscribers },
  timeoutMs: number,
): Promise<{ nextDueAt: string | null } | undefined> {
  const until = performance.now() + timeoutMs;
  let seen = activity.started();
  for (let wait = POLL_MS; ; wait = Math.min(wait * 2, MAX_POLL_MS)) {
    const startedBefore = activity.started();
    // Something happened meanwhile, so the end is likely to be near.
    if (startedBefore !== seen) wait = POLL_MS;
    seen = startedBefore;
    if (!activity.isBusy()) {
      // One question that waits a second at most instead of many.
      const { idle, nextDueAt } = await subscribers.queryIdle(until - performance.now() > BOT_WAIT_MS);
      // A bot that crashed in the meantime is no longer asked although its work is not done: it must be registered again
      // first.
      const quiet = !activity.isBusy() && activity.started() === startedBefore && subscribers.isComplete();
      if (idle && quiet) return { nextDueAt };
    }
    if (performance.now() > until) return undefined;
    await pause(wait);
  }
}
