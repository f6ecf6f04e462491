import { makeMinuteCounter } from "./minute-counter.ts";

const MAX_PER_MINUTE = 20;
const BLOCKED_MS = 10 * 60 * 1_000;

/** Twenty messages a minute; beyond that none for ten minutes. Machine time. */
export interface SendingRate {
  /** Counts one message. @returns false when the robot is blocked, by this one or an earlier one */
  tryAcquire(robot: string): boolean;
  clear(): void;
}

/** @param now ms, monotonic */
export function makeSendingRate(now: () => number): SendingRate {
  const sent = makeMinuteCounter(now);
  const blockedUntil = new Map<string, number>();
  return {
    tryAcquire: (robot) => {
      if (now() < (blockedUntil.get(robot) ?? 0)) return false;
      if (sent.count(robot) <= MAX_PER_MINUTE) return true;
      blockedUntil.set(robot, now() + BLOCKED_MS);
      return false;
    },
    clear: () => {
      sent.clear();
      blockedUntil.clear();
    },
  };
}
