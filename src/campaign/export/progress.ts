import { dayOf } from "../../shared/civil-date.ts";
import type { Definition } from "../definition/definition.ts";
import { type Deliverable, deliverableFor } from "../definition/purposes.ts";
import type { Context } from "../engine/context.ts";
import { type DistrictCount, districtCounts } from "../tasks/counts.ts";
import { ALL_DISTRICTS } from "../tasks/reach.ts";
import { readState } from "../tasks/read-state.ts";

/** Purposes of the counted deliverables. */
const COUNTED = ["application", "review", "list", "report"] as const;
export type Counted = (typeof COUNTED)[number];

export const countedIn = (definition: Definition): { of: Counted; deliverable: Deliverable }[] =>
  COUNTED.flatMap((of) => {
    const deliverable = deliverableFor(definition, of);
    return deliverable ? [{ of, deliverable }] : [];
  });

/** Progress of each district counted today. */
export const progressOf = async (context: Context): Promise<readonly DistrictCount[]> =>
  districtCounts(await readState(context, ALL_DISTRICTS), dayOf(context.now));
