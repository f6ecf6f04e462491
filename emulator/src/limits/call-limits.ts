import { settingsOf } from "../world/facts.ts";
import type { World } from "../world/world.ts";
import { type MinuteCounter, makeMinuteCounter } from "./minute-counter.ts";
import { makeSendingRate, type SendingRate } from "./sending-rate.ts";
import { makeThrottle, type Throttle } from "./throttle.ts";

/** Counters that limit later calls; machine time, not persisted. */
export interface CallLimits {
  throttle: Throttle;
  /** Rate of custom robots' messages. */
  sending: SendingRate;
  /** Custom robots' messages by robot and `msgUuid`. */
  sent: RecentKeys;
  /** Replies by session webhook, by conversation. */
  replies: MinuteCounter;
  /** Forgets all earlier calls. */
  clear(): void;
}

/** The platform's number is not documented. */
const MAX_KEYS = 1_000;

export function makeCallLimits(world: World): CallLimits {
  const now = () => performance.now();
  const limits = {
    throttle: makeThrottle(now, () => settingsOf(world).callsPerSecond),
    sending: makeSendingRate(now),
    sent: makeRecentKeys(MAX_KEYS),
    replies: makeMinuteCounter(now),
  };
  return {
    ...limits,
    clear: () => {
      for (const limit of Object.values(limits)) limit.clear();
    },
  };
}

/** The keys of recent messages, to recognise duplicates. */
export interface RecentKeys {
  has(key: string): boolean;
  add(key: string): void;
  clear(): void;
}

/** @param max how many keys are remembered */
export function makeRecentKeys(max: number): RecentKeys {
  let keys: string[] = [];
  return {
    has: (key) => keys.includes(key),
    add: (key) => {
      keys = [...keys, key].slice(-max);
    },
    clear: () => {
      keys = [];
    },
  };
}
