import type { Definition } from "../definition/definition.ts";
import { annexFor, deliverableFor } from "../definition/purposes.ts";

/** What people call the list of the recommended: the plan's annex, else what is owed; undefined where there is none. */
export function listWord(definition: Definition): string | undefined {
  const list = deliverableFor(definition, "list");
  return list && (annexFor(definition, "list")?.name ?? list.name);
}
