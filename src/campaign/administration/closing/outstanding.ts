import { dayOf } from "../../../shared/civil-date.ts";
import { deadlineOf } from "../../definition/deadlines.ts";
import { deliverableFor } from "../../definition/purposes.ts";
import { deadlineContext } from "../../definition/running-campaign.ts";
import type { Context } from "../../engine/context.ts";
import { hasPublished } from "../../selection/store.ts";
import { totalsIn } from "../../tasks/deliveries.ts";
import { ALL_DISTRICTS } from "../../tasks/reach.ts";
import { readState } from "../../tasks/read-state.ts";
import { closingPhrases } from "./phrases.ts";

/** Missing deliverables, in words; empty if the campaign is complete. */
export async function outstanding(context: Context): Promise<string[]> {
  const { campaign, now, rulings } = context;
  const { definition } = campaign;
  const isBinding = (id: string): boolean => deadlineOf(deadlineContext(campaign, rulings), id).binding;
  const missing = totalsIn(await readState(context, ALL_DISTRICTS), dayOf(now))
    .filter(({ deliverable, missing: names }) => names.length > 0 && isBinding(deliverable.id))
    .map(({ deliverable, missing: names }) => closingPhrases.missing(deliverable.name, names));
  const publication = deliverableFor(definition, "publication");
  if (!publication) return missing;
  const isOut = await hasPublished(context.tx, campaign.id);
  return isOut ? missing : [...missing, closingPhrases.notYet(publication.name)];
}
