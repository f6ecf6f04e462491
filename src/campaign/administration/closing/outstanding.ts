import { dayOf } from "../../../shared/civil-date.ts";
import { deadlineOf } from "../../definition/deadlines.ts";
import { deliverableFor } from "../../definition/purposes.ts";
import { deadlineContext } from "../../definition/running-campaign.ts";
import type { Context } from "../../engine/context.ts";
import { hasPublished } from "../../selection/store.ts";
import { districtsWith } from "../../stage/extension-points.ts";
import { districtsOwing, isOwed } from "../../stage/rules.ts";
import { closingPhrases } from "./phrases.ts";

/** Missing deliverables, in words; empty if the campaign is complete. */
export async function outstanding(context: Context): Promise<string[]> {
  const { campaign, now, rulings } = context;
  const { definition } = campaign;
  const missing: string[] = [];
  for (const deliverable of definition.campaign.deliverables.filter(isOwed)) {
    const { binding } = deadlineOf(deadlineContext(campaign, rulings), deliverable.id);
    if (!binding || deliverable.each !== "district") continue;
    const received = await districtsWith(context, deliverable.id);
    const owing = districtsOwing(definition, deliverable, dayOf(now)).filter(({ id }) => !received.has(id));
    if (owing.length > 0)
      missing.push(
        closingPhrases.missing(
          deliverable.name,
          owing.map(({ name }) => name),
        ),
      );
  }
  const publication = deliverableFor(definition, "publication");
  if (!publication) return missing;
  const isOut = await hasPublished(context.tx, campaign.id);
  return isOut ? missing : [...missing, closingPhrases.notYet(publication.name)];
}
