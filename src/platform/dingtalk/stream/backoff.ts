export interface BackoffBounds {
  firstMs: number;
  longestMs: number;
}

/** Between tries to connect to the platform. */
export const reconnectBounds: BackoffBounds = { firstMs: 1_000, longestMs: 60_000 };

/** The least part of the ceiling that is waited, so that no run of small draws turns into hammering. */
const FLOOR = 0.1;

/**
 * Wait before the next try: the ceiling doubles with every failure, the wait is drawn evenly below it.
 * @param failures how many tries failed in a row, at least 1
 * @param random a number in [0, 1)
 * @returns milliseconds
 */
export function backoff(failures: number, random: () => number, bounds: BackoffBounds = reconnectBounds): number {
  const ceiling = Math.min(bounds.longestMs, bounds.firstMs * 2 ** Math.min(failures - 1, 30));
  return Math.round(ceiling * (FLOOR + (1 - FLOOR) * random()));
}
