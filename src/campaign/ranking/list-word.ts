import type { Definition } from "../definition/definition.ts";
import { annexFor, deliverableFor } from "../definition/purposes.ts";

/** Name of the recommendation list: of the annex, else of the deliverable; undefined if there is no list. */
export function listWord(definition: Definition): string | undefined {
  const list = deliverableFor(definition, "list");
  return list && (annexFor(definition, "list")?.name ?? list.name);
}
