import { journalTable } from "../../platform/journal/journal-table.ts";
import type { PersonalRef } from "../../platform/journal/personal-value.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import type { Lateness } from "../definition/deadlines.ts";

/** Acts that put a new version of a list into force. */
export const REPORT_ACTIONS = ["recommendation.confirmed", "recommendation.renewed"];

export const recommendationListTable = journalTable("recommendation_list", ["campaign_id", "district", "version"]);

export interface ListItem {
  applicationId: string;
  /** Id of the snapshot taken when the list was reported; missing in lists of earlier versions of the program. */
  snapshot?: string;
  reason?: PersonalRef;
}

/** A reported version of 推荐名单 of one district. */
export interface RecommendationList {
  district: string;
  version: number;
  /** In the district's order; none: the district states that it recommends nobody (无推荐). */
  items: readonly ListItem[];
  /** Why fewer than the 原则上 minimum, or why nobody. */
  fewerReason: PersonalRef | null;
  late: boolean;
  /** Null: in time, or reported before this was kept. */
  lateness: Exclude<Lateness, "inTime"> | null;
  lateReason: PersonalRef | null;
  confirmedAt: Date;
  confirmedBy: string;
  /** Who answers for it, where somebody else reported it for the district. */
  responsible: string | null;
  /** 撤回. Null: in force, unless a newer version is. */
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
  /** 审签人, and the day of the signature, yyyy-MM-dd; null: to follow. */
  signer: PersonalRef | null;
  signedOn: string | null;
}

type ListRow = Awaited<ReturnType<Transaction["recommendationList"]["findMany"]>>[number];

const listOf = (row: ListRow): RecommendationList => ({
  ...row,
  items: row.items as unknown as RecommendationList["items"],
  fewerReason: row.fewerReason as unknown as PersonalRef | null,
  lateness: row.lateness as RecommendationList["lateness"],
  lateReason: row.lateReason as unknown as PersonalRef | null,
  signer: row.signer as unknown as PersonalRef | null,
});

/** 无推荐. */
export const recommendsNobody = ({ items }: Pick<RecommendationList, "items">): boolean => items.length === 0;

/** Every version of every district's list, in the order of their numbers. */
export async function listsReported(tx: Transaction, campaignId: string): Promise<RecommendationList[]> {
  const rows = await tx.recommendationList.findMany({ where: { campaignId }, orderBy: { version: "asc" } });
  return rows.map(listOf);
}

/** Lists in force by district id: the newest of each, unless it is withdrawn. Districts without one have no entry. */
export async function listsInForce(
  tx: Transaction,
  campaignId: string,
): Promise<ReadonlyMap<string, RecommendationList>> {
  const newest = new Map((await listsReported(tx, campaignId)).map((list) => [list.district, list]));
  return new Map([...newest].filter(([, { withdrawnAt }]) => withdrawnAt === null));
}

/** The district's newest list, in force or withdrawn; undefined if it has reported none. */
export async function newestList(
  tx: Transaction,
  campaignId: string,
  district: string,
): Promise<RecommendationList | undefined> {
  const row = await tx.recommendationList.findFirst({ where: { campaignId, district }, orderBy: { version: "desc" } });
  return row ? listOf(row) : undefined;
}

/** `<district>/<version>` of every version so far: the subjects of cards of one version. */
export const versionNames = (district: string, newest: RecommendationList | undefined): string[] =>
  Array.from({ length: newest?.version ?? 0 }, (_, at) => `${district}/${at + 1}`);

/** @throws if the version does not exist */
export const listVersion = async (
  tx: Transaction,
  version: { campaignId: string; district: string; version: number },
): Promise<RecommendationList> =>
  listOf(await tx.recommendationList.findUniqueOrThrow({ where: { campaignId_district_version: version } }));
