import type { ReferencePurpose } from "../definition/schema/purposes.ts";
import { event } from "../engine/events.ts";
import { extensionPoint } from "../engine/extension-point.ts";

/** A list of the city was supplied, or replaced by a new version. */
export const referenceListApplied = event<{ purpose: ReferencePurpose }>("reference-list.applied");

/** What the newest list says of the cases there are, in sentences for who supplied it. */
export const referenceListTold = extensionPoint<{ purpose: ReferencePurpose }, readonly string[]>(
  "reference-list.told",
);
