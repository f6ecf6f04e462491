import { setTimeout as pause } from "node:timers/promises";
import type { Activity } from "./activity.ts";
import type { Subscribers } from "./subscribers.ts";

const POLL_MS = 5;
const SLOWEST_POLL_MS = 50;

/**
 * Waits until neither the emulator nor any bot has something in hand. Both are looked at twice around the bots' answer,
 * so that work passing from one to the other is not missed.
 * @returns the earliest moment a bot waits for, or undefined when the time ran out
 */
export async function settle(
  { activity, subscribers }: { activity: Activity; subscribers: Subscribers },
  timeoutMs: number,
): Promise<{ nextDueAt: string | null } | undefined> {
  const until = performance.now() + timeoutMs;
  for (let wait = POLL_MS; ; wait = Math.min(wait * 2, SLOWEST_POLL_MS)) {
    const beats = activity.beats();
    if (!activity.busy()) {
      const { idle, nextDueAt } = await subscribers.ask();
      // A bot that died meanwhile is no longer asked, and has not done what it left: it must be back first.
      const quiet = !activity.busy() && activity.beats() === beats && subscribers.complete();
      if (idle && quiet) return { nextDueAt };
    }
    if (performance.now() > until) return undefined;
    await pause(wait);
  }
}
