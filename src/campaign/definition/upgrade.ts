import { fromFormat1 } from "./upgrades/format-1.ts";
import { partsOf } from "./upgrades/json.ts";

/** The format that a step upgrades from, to the one after it. */
const STEPS: Readonly<Record<number, (json: Record<string, unknown>) => Record<string, unknown>>> = {
  1: fromFormat1,
};

/**
 * A definition's JSON in today's format, whatever format it was pinned in: what is of the newest format already comes
 * back as it is. Pure, so that a pinned definition always reads the same.
 */
export function upgraded(json: unknown): unknown {
  let definition = partsOf(json);
  for (let format = formatOf(definition); STEPS[format]; format += 1) definition = STEPS[format]?.(definition) ?? {};
  return definition;
}

/** Definitions named no format before the second. */
function formatOf({ campaign }: Record<string, unknown>): number {
  const { format = 1 } = partsOf(campaign);
  return typeof format === "number" ? format : 0;
}
