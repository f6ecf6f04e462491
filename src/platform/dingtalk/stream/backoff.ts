export interface BackoffBounds {
  firstMs: number;
  longestMs: number;
}

/** Bounds for reconnecting to the platform. */
export const reconnectBounds: BackoffBounds = { firstMs: 1_000, longestMs: 60_000 };

/** Minimum fraction of the ceiling, so that a series of small random values does not cause a reconnect storm. */
const MIN_FRACTION = 0.1;

/**
 * Exponential backoff with jitter: the ceiling doubles with every failure.
 * @param failures consecutive failures, at least 1
 * @param random a number in [0, 1)
 * @returns milliseconds
 */
export function backoff(failures: number, random: () => number, bounds: BackoffBounds = reconnectBounds): number {
  const ceiling = Math.min(bounds.longestMs, bounds.firstMs * 2 ** Math.min(failures - 1, 30));
  return Math.round(ceiling * (MIN_FRACTION + (1 - MIN_FRACTION) * random()));
}
