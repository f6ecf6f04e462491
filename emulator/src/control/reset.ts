import type { ClockServices } from "../clock/advance.ts";
import { type Clock, type ClockStart, startClock } from "../clock/emulated-clock.ts";
import { shanghaiIso } from "../clock/shanghai-time.ts";
import { waitUntilIdle } from "../clock/wait-until-idle.ts";
import type { Seed } from "../contract/control.ts";
import type { Deliveries } from "../delivery/deliveries.ts";
import type { Files } from "../files/files.ts";
import type { Connections } from "../gateway/connections.ts";
import type { Faults } from "../instruments/faults.ts";
import type { Traffic } from "../instruments/traffic.ts";
import type { Warnings } from "../instruments/warnings.ts";
import type { CallLimits } from "../limits/call-limits.ts";
import { loadSeed } from "../world/seed.ts";
import { clearWorld, type World } from "../world/world.ts";

interface Deps {
  world: World;
  clock: Clock;
  files: Files;
  limits: CallLimits;
  connections: Connections;
  deliveries: Deliveries;
  faults: Faults;
  traffic: Traffic;
  warnings: Warnings;
}

/** Resets everything to first start, optionally with another seed. @throws ControlError 409 when a bot refuses */
export type Reset = (seed?: Seed) => Promise<void>;

export interface ResetOptions {
  clockServices: ClockServices;
  seed: Seed;
  now: ClockStart;
}

/** Work in progress gets this long to finish before it is cancelled. */
const GRACE_MS = 5_000;

/** The emulator is reset first, so that what the bots send after their own reset is preserved. */
export function makeReset(deps: Deps, { clockServices, seed, now }: ResetOptions): Reset {
  return async (otherSeed) => {
    await waitUntilIdle(clockServices, GRACE_MS);
    deps.deliveries.cancelAll();
    resetWorld(deps, otherSeed ?? seed, now);
    await clockServices.subscribers.reset(shanghaiIso(deps.clock.now()));
    await waitUntilIdle(clockServices, GRACE_MS);
  };
}

export function resetWorld(
  deps: Pick<Deps, "world" | "files" | "limits" | "connections" | "faults" | "traffic" | "warnings">,
  seed: Seed,
  now: ClockStart,
): void {
  clearWorld(deps.world);
  deps.files.clear();
  deps.faults.clear();
  deps.warnings.clear();
  deps.traffic.clear();
  deps.limits.clear();
  for (const { halfOpen, socket } of deps.connections.all()) if (halfOpen) socket.terminate();
  startClock(deps.world, now);
  loadSeed(deps.world, seed);
}
