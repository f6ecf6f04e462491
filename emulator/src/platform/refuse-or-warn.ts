import type { Parts } from "../parts.ts";
import { settingsOf } from "../world/facts.ts";

/** A documented limit is broken: refused with this error when strict, else told as a warning. */
export function overLimit({ world, warnings }: Pick<Parts, "world" | "warnings">, error: Error, told: string): void {
  if (settingsOf(world).strict) {
    warnings.add("limit.refused", told);
    throw error;
  }
  warnings.add("limit.exceeded", told);
}
