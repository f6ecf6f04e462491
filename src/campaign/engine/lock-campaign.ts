import type { Transaction } from "../../platform/storage/database.ts";

/** Row lock on the campaign until the transaction ends: serializes decisions and version numbers. */
export async function lockCampaign(tx: Transaction, campaignId: string): Promise<void> {
  await tx.$queryRaw`select 1 from campaign where id = ${campaignId} for update`;
}
