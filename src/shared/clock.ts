/**
 * Campaign time: deadlines and reminders depend on it, and people see it as the current time. Machine time (timeouts,
 * retries, tokens, signatures) is never read through a Clock.
 */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that only advances when it is set. */
export interface ManualClock extends Clock {
  set(now: Date): void;
}

/** For tests, and for a bot that follows the emulator's clock. */
export function manualClock(start: Date): ManualClock {
  let current = start;
  return {
    now: () => current,
    set: (now) => {
      current = now;
    },
  };
}
