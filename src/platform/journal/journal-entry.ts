/** The campaign's tables: what the journal records row by row and replay gives back. Order: parents first. */
export const CAMPAIGN_TABLES = {
  campaign: ["id"],
  definition: ["campaign_id", "version"],
  definition_proposal: ["campaign_id", "hash"],
  due_moment: ["campaign_id", "kind", "key"],
  group_binding: ["campaign_id", "audience"],
  application: ["id"],
  preliminary_review: ["application_id"],
  preliminary_point: ["application_id", "criterion"],
  recommendation_list: ["campaign_id", "district", "version"],
  expected_districts: ["campaign_id"],
  ruling_answer: ["campaign_id", "ruling", "version"],
  selection: ["campaign_id", "version"],
  work_report: ["campaign_id", "district", "version"],
  broadcast: ["id"],
} as const satisfies Record<string, readonly string[]>;

export type CampaignTable = keyof typeof CAMPAIGN_TABLES;

/** One row of a campaign's table, named by its key. */
export interface RowName {
  table: CampaignTable;
  /** column → value, as in {@link CAMPAIGN_TABLES} */
  key: Readonly<Record<string, string | number>>;
}

/** A row before and after, as the database writes it as JSON; null where there is none. */
export interface RowChange extends RowName {
  before: unknown;
  after: unknown;
}

/** 操作留痕. Who did what, when, why, and under which ruling. */
export interface Act {
  campaignId: string;
  /** Campaign time. */
  at: Date;
  /** staffId, or `system` */
  actor: string;
  /** `<feature>.<verb>` */
  action: string;
  reason?: string;
  /** `R14@2` */
  ruling?: string;
}
