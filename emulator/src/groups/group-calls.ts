import type { Clock } from "../clock/emulated-clock.ts";
import type { Deliveries } from "../delivery/deliveries.ts";
import type { Warnings } from "../instruments/warnings.ts";
import type { PlatformCall } from "../platform/call.ts";
import type { World } from "../world/world.ts";
import { createCalls } from "./create-calls.ts";
import { findCalls } from "./find-calls.ts";
import { memberCalls } from "./member-calls.ts";
import { updateCalls } from "./update-calls.ts";

interface Deps {
  world: World;
  clock: Clock;
  deliveries: Deliveries;
  warnings: Warnings;
}

/** Groups as an app makes, changes and asks for them. */
export const groupCalls = (deps: Deps): PlatformCall[] => [
  ...createCalls(deps),
  ...updateCalls(deps),
  ...memberCalls(deps),
  ...findCalls(deps),
];
