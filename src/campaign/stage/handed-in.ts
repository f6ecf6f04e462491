import type { Transaction } from "../../platform/storage/database.ts";

/**
 * Which districts have handed a deliverable in. Each later part of the campaign answers for its own deliverables; one
 * that nobody answers for counts as not handed in by anybody.
 */
export interface HandedIn {
  deliverable: string;
  /** District ids. */
  districts(tx: Transaction, campaignId: string): Promise<ReadonlySet<string>>;
}

export async function districtsWith(
  tx: Transaction,
  { campaignId, deliverable }: { campaignId: string; deliverable: string },
  sources: readonly HandedIn[],
): Promise<ReadonlySet<string>> {
  const source = sources.find((candidate) => candidate.deliverable === deliverable);
  return source ? source.districts(tx, campaignId) : new Set();
}
