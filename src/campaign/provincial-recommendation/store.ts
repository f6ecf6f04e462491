import { journalTable } from "../../platform/journal/journal-table.ts";
import { isPersonalRef } from "../../platform/journal/personal-value.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import { civilDate } from "../../shared/civil-date.ts";
import { authorityOf } from "../authority/authority.ts";
import type { ProvincialItem, ProvincialRecommendation } from "./recommendation.ts";

export const provincialTable = journalTable("provincial_recommendation", ["campaign_id", "version"]);

/** Every version, oldest first. */
export async function provincialVersions(tx: Transaction, campaignId: string): Promise<ProvincialRecommendation[]> {
  const rows = await tx.provincialRecommendation.findMany({ where: { campaignId }, orderBy: { version: "asc" } });
  return rows.map((row) => ({
    ...row,
    items: row.items as unknown as ProvincialItem[],
    state: row.state as ProvincialRecommendation["state"],
    dueOn: dayIn(row.dueOn),
    sentOn: dayIn(row.sentOn),
    documentNumber: row.documentNumber ?? undefined,
    authority: authorityOf(row.authority),
    opinion: refIn(row.opinion),
    signedFor: refIn(row.signedFor),
    result: refIn(row.result),
  }));
}

/** The newest approved version; undefined before the first approval. */
export const provincialInForce = async (
  tx: Transaction,
  campaignId: string,
): Promise<ProvincialRecommendation | undefined> =>
  (await provincialVersions(tx, campaignId)).findLast(({ state }) => state === "approved");

const dayIn = (day: string | null) => (day === null ? undefined : civilDate(day));
const refIn = (column: unknown) => (isPersonalRef(column) ? column : undefined);
