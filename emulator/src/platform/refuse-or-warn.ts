import type { Warnings } from "../instruments/warnings.ts";
import { settingsOf } from "../world/facts.ts";
import type { World } from "../world/world.ts";

interface Deps {
  world: World;
  warnings: Warnings;
}

/** A documented limit is broken: refused with this error when strict, else told as a warning. */
export function refuseOrWarn({ world, warnings }: Deps, error: Error, told: string): void {
  if (settingsOf(world).strict) {
    warnings.add("limit.refused", told);
    throw error;
  }
  warnings.add("limit.exceeded", told);
}
