import { journalTable } from "../../platform/journal/journal-table.ts";
import { isPersonalRef } from "../../platform/journal/personal-value.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import { civilDate } from "../../shared/civil-date.ts";
import type { ReportContent, WorkReport } from "./work-report.ts";

export const workReportTable = journalTable("work_report", ["campaign_id", "district", "version"]);

/** Latest reports by district id, without those taken back. */
export async function reportsInForce(tx: Transaction, campaignId: string): Promise<ReadonlyMap<string, WorkReport>> {
  const rows = await tx.workReport.findMany({ where: { campaignId, withdrawnAt: null }, orderBy: { version: "asc" } });
  return new Map(rows.map((row) => [row.district, reportOf(row)]));
}

/** The version that counts if this one is taken back. */
export async function versionBefore(
  tx: Transaction,
  campaignId: string,
  { district, version }: Pick<WorkReport, "district" | "version">,
): Promise<WorkReport | undefined> {
  const row = await tx.workReport.findFirst({
    where: { campaignId, district, withdrawnAt: null, version: { lt: version } },
    orderBy: { version: "desc" },
  });
  return row ? reportOf(row) : undefined;
}

/** Of some files those that are a version of a report, also one taken back. */
export async function filesOfReports(tx: Transaction, hashes: readonly string[]): Promise<readonly string[]> {
  const rows = await tx.workReport.findMany({ where: { fileHash: { in: [...hashes] } }, select: { fileHash: true } });
  return rows.flatMap(({ fileHash }) => (fileHash === null ? [] : [fileHash]));
}

/** Serializes versions of one district. @returns the number of versions, with those taken back */
export async function lockReports(tx: Transaction, campaignId: string, district: string): Promise<number> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`work-report ${campaignId} ${district}`}, 2))`;
  return lastVersion(tx, campaignId, district);
}

/** The number of a district's last version, also one taken back; 0 before the first. */
export const lastVersion = (tx: Transaction, campaignId: string, district: string): Promise<number> =>
  tx.workReport.count({ where: { campaignId, district } });

type Row = NonNullable<Awaited<ReturnType<Transaction["workReport"]["findFirst"]>>>;

const reportOf = (row: Row): WorkReport => ({
  district: row.district,
  version: row.version,
  content: contentOf(row),
  late: row.late,
  handedInAt: row.handedInAt,
  handedInBy: row.handedInBy,
  responsible: row.responsible,
  ...(row.returnedAt && row.returnedBy && row.returnDueOn
    ? {
        returned: {
          ...{ at: row.returnedAt, by: row.returnedBy, dueOn: civilDate(row.returnDueOn) },
          remarks: isPersonalRef(row.returnRemarks) ? row.returnRemarks : undefined,
        },
      }
    : {}),
});

function contentOf({ text, fileHash, fileName, campaignId, district, version }: Row): ReportContent {
  if (fileHash !== null && fileName !== null)
    return { kind: "file", hash: fileHash, name: fileName, ...(isPersonalRef(text) ? { text } : {}) };
  if (isPersonalRef(text)) return { kind: "text", text };
  throw new Error(`work report ${campaignId}/${district}@${version} has neither text nor file`);
}
