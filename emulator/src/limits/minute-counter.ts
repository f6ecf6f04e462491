/** Counts what happens within a minute of machine time. */
export interface MinuteCounter {
  /** @returns how many there have been within the last minute, this one included */
  count(key: string): number;
  clear(): void;
}

const MINUTE_MS = 60_000;

/** @param now ms, monotonic */
export function makeMinuteCounter(now: () => number): MinuteCounter {
  const times = new Map<string, number[]>();
  return {
    count: (key) => {
      const recent = (times.get(key) ?? []).filter((at) => now() - at < MINUTE_MS);
      recent.push(now());
      times.set(key, recent);
      return recent.length;
    },
    clear: () => times.clear(),
  };
}
