/** How long something took over many times, in milliseconds. */
export interface Spread {
  count: number;
  p50: number;
  p99: number;
  max: number;
}

/** Nearest rank. @returns NaN for no values */
export function percentile(ascending: readonly number[], share: number): number {
  const rank = Math.max(1, Math.ceil(share * ascending.length));
  return ascending[rank - 1] ?? Number.NaN;
}

export function spreadOf(values: readonly number[]): Spread {
  const ascending = values.toSorted((one, other) => one - other);
  return {
    count: ascending.length,
    p50: percentile(ascending, 0.5),
    p99: percentile(ascending, 0.99),
    max: ascending.at(-1) ?? Number.NaN,
  };
}

/** Of an even number of values, the lower of the two in the middle. */
export const median = (values: readonly number[]): number =>
  percentile(
    values.toSorted((one, other) => one - other),
    0.5,
  );
