import { journalTable } from "../../platform/journal/journal-table.ts";
import type { PersonalRef } from "../../platform/journal/personal-value.ts";
import type { Transaction } from "../../platform/storage/database.ts";

export const recommendationListTable = journalTable("recommendation_list", ["campaign_id", "district", "version"]);

/** A confirmed version of 推荐名单 of one district. */
export interface RecommendationList {
  district: string;
  version: number;
  /** In the district's order. */
  items: readonly { applicationId: string; reason?: PersonalRef }[];
  fewerReason: PersonalRef | null;
  late: boolean;
  confirmedAt: Date;
  confirmedBy: string;
}

type ListRow = Awaited<ReturnType<Transaction["recommendationList"]["findMany"]>>[number];

const listOf = (row: ListRow): RecommendationList => ({
  ...row,
  items: row.items as unknown as RecommendationList["items"],
  fewerReason: row.fewerReason as unknown as PersonalRef | null,
});

/** Newest confirmed lists by district id. Districts without one have no entry. */
export async function listsInForce(
  tx: Transaction,
  campaignId: string,
): Promise<ReadonlyMap<string, RecommendationList>> {
  const rows = await tx.recommendationList.findMany({ where: { campaignId }, orderBy: { version: "asc" } });
  return new Map(rows.map((row) => [row.district, listOf(row)]));
}

/** @throws if the version does not exist */
export const listVersion = async (
  tx: Transaction,
  version: { campaignId: string; district: string; version: number },
): Promise<RecommendationList> =>
  listOf(await tx.recommendationList.findUniqueOrThrow({ where: { campaignId_district_version: version } }));
