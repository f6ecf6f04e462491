import { attachmentsAt } from "../attachment/store.ts";
import type { Context } from "../engine/context.ts";
import { ROWS, rowOfPlace } from "./place.ts";

/** Ids of the rows with at least one file in force, by case. */
export async function provedRows(
  { tx, campaign }: Pick<Context, "tx" | "campaign">,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const proved = new Map<string, Set<string>>(caseIds.map((id) => [id, new Set()]));
  if (caseIds.length === 0) return proved;
  for (const one of await attachmentsAt(tx, { campaignId: campaign.id, caseIds, prefix: ROWS })) {
    proved.get(one.caseId ?? "")?.add(rowOfPlace(one));
  }
  return proved;
}
