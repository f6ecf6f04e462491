import { setTimeout as pause } from "node:timers/promises";

export interface Pace {
  perSecond: number;
  seconds: number;
}

/**
 * Does something evenly so often a second, whatever becomes of it: a slow answer does not slow the asking down.
 * @returns when all that was begun has ended, with how late each was begun, in milliseconds
 */
export async function atPace(
  { perSecond, seconds }: Pace,
  act: (index: number) => Promise<unknown>,
): Promise<number[]> {
  const count = Math.round(perSecond * seconds);
  const beganAt = performance.now();
  const lateness: number[] = [];
  const underWay: Promise<unknown>[] = [];
  while (lateness.length < count) {
    const dueAt = beganAt + (lateness.length * 1_000) / perSecond;
    const early = dueAt - performance.now();
    if (early > 0) {
      await pause(early);
      continue;
    }
    underWay.push(act(lateness.length));
    lateness.push(-early);
  }
  await Promise.all(underWay);
  return lateness;
}
