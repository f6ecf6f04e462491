import { factsOf, saveFacts } from "../world/facts.ts";
import type { World } from "../world/world.ts";

/** Campaign time in the emulator: frozen until it is moved, or the machine's time. */
export interface EmulatedClock extends Clock {
  frozen(): boolean;
  /** Moves a frozen clock to this moment, also backwards. */
  set(now: Date): void;
}

/** What the clock shows at first start: a moment at which it is frozen, or the machine's time. */
export type ClockStart = Date | "real";

export function makeEmulatedClock(world: World): EmulatedClock {
  const stored = () => factsOf(world).clock ?? { frozen: false, now: 0 };
  return {
    now: () => (stored().frozen ? new Date(stored().now) : new Date()),
    frozen: () => stored().frozen,
    set: (now) => saveFacts(world, { clock: { frozen: true, now: now.getTime() } }),
  };
}

/** Sets the clock of an empty world. */
export function startClock(world: World, start: ClockStart): void {
  saveFacts(world, {
    clock: start === "real" ? { frozen: false, now: 0 } : { frozen: true, now: start.getTime() },
  });
}

/** Emulated time, which campaigns follow; timeouts and tokens use machine time instead. */
export interface Clock {
  now(): Date;
}
