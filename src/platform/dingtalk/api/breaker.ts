/** So many failures in a row, of whatever calls, and the platform itself is taken to be away. */
const FAILURES = 5;
const FIRST_PAUSE_MS = 2_000;
/** Short: what waits is not to stay silent for much longer than the platform was away. */
const LONGEST_PAUSE_MS = 15_000;

/** Keeps calls from a platform that is away: after each pause a single one tries whether it is back. */
export interface Breaker {
  /** How long not to call, in milliseconds; 0: the caller calls now and reports what came of it. */
  pauseMs(): number;
  /** The platform answered, whatever it said. */
  answered(): void;
  failed(): void;
}

/** @param now machine time in milliseconds */
export function makeBreaker(now: () => number = () => performance.now()): Breaker {
  let failures = 0;
  let opensAt = 0;
  return {
    pauseMs() {
      if (failures < FAILURES) return 0;
      const waitMs = opensAt - now();
      if (waitMs > 0) return Math.ceil(waitMs);
      // This call is the one that tries; the others wait for it, and do not wait for ever if it never ends.
      opensAt = now() + LONGEST_PAUSE_MS;
      return 0;
    },
    answered() {
      failures = 0;
    },
    failed() {
      failures += 1;
      if (failures < FAILURES) return;
      opensAt = now() + Math.min(FIRST_PAUSE_MS * 2 ** (failures - FAILURES), LONGEST_PAUSE_MS);
    },
  };
}
