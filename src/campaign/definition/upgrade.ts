import { fromFormat1 } from "./upgrades/format-1.ts";
import { partsOf } from "./upgrades/json.ts";

/** Upgrade steps by source format; each produces the next format. */
const STEPS: Readonly<Record<number, (json: Record<string, unknown>) => Record<string, unknown>>> = {
  1: fromFormat1,
};

/**
 * Upgrades a definition's JSON from any format to the newest. Pure: a pinned definition always yields the same result.
 */
export function upgraded(json: unknown): unknown {
  let definition = partsOf(json);
  for (let format = formatOf(definition); STEPS[format]; format += 1) definition = STEPS[format]?.(definition) ?? {};
  return definition;
}

/** Format 1 had no format number. */
function formatOf({ campaign }: Record<string, unknown>): number {
  const { format = 1 } = partsOf(campaign);
  return typeof format === "number" ? format : 0;
}
