/**
 * Campaign time: what people read as now, what deadlines and reminders follow. Machine time (timeouts, retries,
 * tokens, signatures) is read from the machine directly and never through this.
 */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until told, for tests and for a bot that follows the emulator. */
export function standingClock(start: Date): Clock & { set(now: Date): void } {
  let current = start;
  return {
    now: () => current,
    set: (now) => {
      current = now;
    },
  };
}
