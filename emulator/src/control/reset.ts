import type { TimeKeeper } from "../clock/advance.ts";
import { type ClockStart, startClock } from "../clock/emulated-clock.ts";
import { shanghaiIso } from "../clock/shanghai-time.ts";
import { settle } from "../clock/wait-until-idle.ts";
import type { Seed } from "../contract/control.ts";
import type { Parts } from "../parts.ts";
import { sow } from "../world/seed.ts";
import { clearWorld } from "../world/world.ts";

/** Back to first start, with another seed if one is given. @throws ControlError 409 when a bot refuses */
export type Reset = (seed?: Seed) => Promise<void>;

interface Deps {
  parts: Parts;
  keeper: TimeKeeper;
  seed: Seed;
  now: ClockStart;
}

/** What is in hand gets this long to end before it is given up. */
const GRACE_MS = 5_000;

/** The emulator goes first, so that what the bots send from their new beginning stays. */
export function makeReset({ parts, keeper, seed, now }: Deps): Reset {
  return async (otherSeed) => {
    await settle(keeper, GRACE_MS);
    parts.deliveries.abandon();
    beginAnew(parts, otherSeed ?? seed, now);
    await keeper.subscribers.reset(shanghaiIso(parts.clock.now()));
    await settle(keeper, GRACE_MS);
  };
}

export function beginAnew(parts: Parts, seed: Seed, now: ClockStart): void {
  clearWorld(parts.world);
  parts.files.clear();
  parts.faults.clear();
  parts.warnings.clear();
  parts.traffic.clear();
  parts.limits.clear();
  for (const { halfOpen, socket } of parts.connections.all()) if (halfOpen) socket.terminate();
  startClock(parts.world, now);
  sow(parts.world, seed);
}
