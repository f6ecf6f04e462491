import { journalTable } from "../../platform/journal/journal-table.ts";
import type { PersonalRef } from "../../platform/journal/personal-value.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import type { Lateness } from "../definition/deadlines.ts";

export const recommendationListTable = journalTable("recommendation_list", ["campaign_id", "district", "version"]);

/** A confirmed version of 推荐名单 of one district. */
export interface RecommendationList {
  district: string;
  version: number;
  /** In the district's order; none: the district states that it recommends nobody (无推荐). */
  items: readonly { applicationId: string; reason?: PersonalRef }[];
  /** Why fewer than the 原则上 minimum, or why nobody. */
  fewerReason: PersonalRef | null;
  late: boolean;
  /** Null: in time, or reported before this was kept. */
  lateness: Exclude<Lateness, "inTime"> | null;
  lateReason: PersonalRef | null;
  confirmedAt: Date;
  confirmedBy: string;
}

type ListRow = Awaited<ReturnType<Transaction["recommendationList"]["findMany"]>>[number];

const listOf = (row: ListRow): RecommendationList => ({
  ...row,
  items: row.items as unknown as RecommendationList["items"],
  fewerReason: row.fewerReason as unknown as PersonalRef | null,
  lateness: row.lateness as RecommendationList["lateness"],
  lateReason: row.lateReason as unknown as PersonalRef | null,
});

/** 无推荐. */
export const recommendsNobody = ({ items }: Pick<RecommendationList, "items">): boolean => items.length === 0;

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
