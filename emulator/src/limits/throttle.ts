/** The standard edition's limit: calls a second by app and API, machine time. */
export interface Throttle {
  /** Counts one call. @returns false when it is one too many in this second */
  tryAcquire(clientId: string, api: string): boolean;
  clear(): void;
}

const STANDARD_CALLS_PER_SECOND = 20;
const WINDOW_MS = 1_000;

/**
 * @param now ms, monotonic
 * @param callsPerSecond read at every call, since the setting may change
 */
export function makeThrottle(now: () => number, callsPerSecond = () => STANDARD_CALLS_PER_SECOND): Throttle {
  const windows = new Map<string, { since: number; calls: number }>();
  return {
    tryAcquire: (clientId, api) => {
      const key = `${clientId} ${api}`;
      const window = windows.get(key);
      if (window === undefined || now() - window.since >= WINDOW_MS) {
        windows.set(key, { since: now(), calls: 1 });
        return true;
      }
      window.calls += 1;
      return window.calls <= callsPerSecond();
    },
    clear: () => windows.clear(),
  };
}
