import { journalTable } from "../../../platform/journal/journal-table.ts";
import { isPersonalRef } from "../../../platform/journal/personal-value.ts";
import type { Transaction } from "../../../platform/storage/database.ts";
import type { ReportContent } from "../work-report.ts";

export const caseStudyTable = journalTable("case_study", ["campaign_id", "district", "number"]);

/** 典型案例 of a district. */
export interface CaseStudy {
  district: string;
  /** From 1 within the district. */
  number: number;
  content: ReportContent;
  addedAt: Date;
  addedBy: string;
  responsible: string | null;
}

/** Those in force, by district and number. @param district left out: of all */
export async function caseStudiesOf(tx: Transaction, campaignId: string, district?: string): Promise<CaseStudy[]> {
  const rows = await tx.caseStudy.findMany({
    where: { campaignId, withdrawnAt: null, ...(district === undefined ? {} : { district }) },
    orderBy: [{ district: "asc" }, { number: "asc" }],
  });
  return rows.map(({ text, fileHash, fileName, ...row }) => ({
    ...{ district: row.district, number: row.number, addedAt: row.addedAt, addedBy: row.addedBy },
    responsible: row.responsible,
    content: contentOf(text, fileHash, fileName),
  }));
}

function contentOf(text: unknown, hash: string | null, name: string | null): ReportContent {
  const words = isPersonalRef(text) ? text : undefined;
  if (hash !== null && name !== null) return { kind: "file", hash, name, ...(words ? { text: words } : {}) };
  if (words) return { kind: "text", text: words };
  throw new Error("a case study has neither text nor file");
}

/** How many a district ever handed in, with those taken back. */
export const caseStudiesEver = (tx: Transaction, campaignId: string, district: string): Promise<number> =>
  tx.caseStudy.count({ where: { campaignId, district } });

/** Of some files those that are a case study, also one taken back. */
export async function filesOfCaseStudies(tx: Transaction, hashes: readonly string[]): Promise<readonly string[]> {
  const rows = await tx.caseStudy.findMany({ where: { fileHash: { in: [...hashes] } }, select: { fileHash: true } });
  return rows.flatMap(({ fileHash }) => (fileHash === null ? [] : [fileHash]));
}
