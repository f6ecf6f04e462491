import type { Warnings } from "../instruments/warnings.ts";
import { settingsOf } from "../world/facts.ts";
import type { World } from "../world/world.ts";

interface Deps {
  world: World;
  warnings: Warnings;
}

/** For a broken documented limit: throws the error when strict, otherwise adds a warning. */
export function refuseOrWarn({ world, warnings }: Deps, error: Error, warning: string): void {
  if (settingsOf(world).strict) {
    warnings.add("limit.refused", warning);
    throw error;
  }
  warnings.add("limit.exceeded", warning);
}
