import { z } from "zod";
import { journalTable } from "../../platform/journal/journal-table.ts";
import { isPersonalRef, type PersonalRef } from "../../platform/journal/personal-value.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import { staffId } from "../../shared/brand.ts";
import { civilDate } from "../../shared/civil-date.ts";
import { authorityOf } from "../authority/authority.ts";
import type { Letter, Reply } from "./consultation.ts";

export const letterTable = journalTable("consultation_letter", ["campaign_id", "department", "number"]);
export const replyTable = journalTable("consultation_reply", ["case_id", "department", "version"]);

/** All letters, oldest first. */
export async function lettersOf(tx: Transaction, campaignId: string): Promise<Letter[]> {
  const rows = await tx.consultationLetter.findMany({ where: { campaignId }, orderBy: { number: "asc" } });
  return rows.map(({ department, number, cases, madeAt }) => ({ department, number, cases: idsIn(cases), madeAt }));
}

/** All replies, the versions of each in their order. @param caseIds left out: of all cases */
export async function repliesOf(tx: Transaction, campaignId: string, caseIds?: readonly string[]): Promise<Reply[]> {
  const rows = await tx.consultationReply.findMany({
    where: { campaignId, ...(caseIds ? { caseId: { in: [...caseIds] } } : {}) },
    orderBy: [{ version: "asc" }, { recordedAt: "asc" }],
  });
  return rows.map(({ caseId, department, version, ...row }) => ({
    ...{ caseId, department, version },
    finding: row.finding as Reply["finding"],
    concerns: idsIn(row.concerns),
    against: idsIn(row.against),
    words: refOf(row.words),
    repliedOn: civilDate(row.repliedOn),
    repliedBy: refOf(row.repliedBy),
    recordedBy: staffId(row.recordedBy),
    recordedAt: row.recordedAt,
    state: row.state as Reply["state"],
    decidedBy: row.decidedBy === null ? undefined : staffId(row.decidedBy),
    decidedAt: row.decidedAt ?? undefined,
    authority: authorityOf(row.authority),
    opinion: refOf(row.opinion),
  }));
}

const ids = z.array(z.string()).catch([]);
const idsIn = (column: unknown): readonly string[] => ids.parse(column);
const refOf = (column: unknown): PersonalRef | undefined => (isPersonalRef(column) ? column : undefined);
