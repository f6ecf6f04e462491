import { deliverableFor } from "../definition/purposes.ts";
import type { Context } from "../engine/context.ts";
import { endedOf } from "../stage/extension-points.ts";

/** After 公布 no list is accepted: a case submitted, scored or recommended then would lead to nothing. */
export async function isAcceptanceOver(context: Context): Promise<boolean> {
  const list = deliverableFor(context.campaign.definition, "list");
  return list !== undefined && (await endedOf(context)).has(list.id);
}
