import { journalTable } from "../../../platform/journal/journal-table.ts";
import { isPersonalRef, type PersonalRef } from "../../../platform/journal/personal-value.ts";
import type { Transaction } from "../../../platform/storage/database.ts";

export const reportPartTable = journalTable("work_report_part", ["campaign_id", "district", "version", "part"]);

/** A part given beside a version that lacked it. */
export interface PartBeside {
  version: number;
  part: string;
  text: PersonalRef;
}

/** Those of a district, by version. */
export async function partsBeside(tx: Transaction, campaignId: string, district: string): Promise<PartBeside[]> {
  const rows = await tx.workReportPart.findMany({ where: { campaignId, district }, orderBy: { version: "asc" } });
  return rows.flatMap(({ version, part, text }) => (isPersonalRef(text) ? [{ version, part, text }] : []));
}

export async function versionsTakenBack(
  tx: Transaction,
  campaignId: string,
  district: string,
): Promise<ReadonlySet<number>> {
  const where = { campaignId, district, withdrawnAt: { not: null } };
  const rows = await tx.workReport.findMany({ where, select: { version: true } });
  return new Set(rows.map(({ version }) => version));
}
