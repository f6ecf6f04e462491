import type { Transaction } from "../../platform/storage/database.ts";
import { type CivilDate, civilDate } from "../../shared/civil-date.ts";
import { extensionKey } from "../definition/running-campaign.ts";

/** Days granted to districts, by `extensionKey`; of several for one deliverable the last counts. */
export async function grantedExtensions(tx: Transaction, campaignId: string): Promise<ReadonlyMap<string, CivilDate>> {
  const rows = await tx.deadlineExtension.findMany({
    where: { campaignId, state: "granted" },
    orderBy: { number: "asc" },
  });
  return new Map(
    rows.map(({ deliverable, district, until }) => [extensionKey(deliverable, district), civilDate(until)]),
  );
}
