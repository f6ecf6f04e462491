import { journalTable } from "../../platform/journal/journal-table.ts";
import { isPersonalRef, type PersonalRef } from "../../platform/journal/personal-value.ts";
import type { Transaction } from "../../platform/storage/database.ts";

export const agreedPointsTable = journalTable("agreed_points", ["case_id", "criterion", "number"]);
export const recheckTable = journalTable("recheck", ["case_id", "number"]);

/** 合议分 of a row. */
export interface AgreedPoints {
  caseId: string;
  criterion: string;
  /** Counts those of the row, from 1; the newest counts. */
  number: number;
  hundredths: number;
  reason: PersonalRef | undefined;
  recordedBy: string;
  recordedAt: Date;
  revoked: boolean;
}

/** The newest of each row of each case, also if it was taken back. */
export async function newestAgreed(tx: Transaction, campaignId: string): Promise<AgreedPoints[]> {
  const rows = await tx.agreedPoints.findMany({ where: { campaignId }, orderBy: { number: "asc" } });
  const newest = new Map(rows.map((row) => [`${row.caseId} ${row.criterion}`, row]));
  return [...newest.values()].map(({ reason, revokedAt, revokedBy: _, campaignId: __, ...row }) => ({
    ...row,
    reason: isPersonalRef(reason) ? reason : undefined,
    revoked: revokedAt !== null,
  }));
}

/** 复核: a look again at rows of a case that somebody asked for. */
export interface Recheck {
  caseId: string;
  /** From 1. */
  number: number;
  /** Row ids. */
  criteria: readonly string[];
  reason: PersonalRef | undefined;
  askedBy: string;
  askedAt: Date;
  /** Undefined while it waits. */
  settled: { at: Date; outcome: PersonalRef | undefined } | undefined;
}

/** Of one case, or of all, oldest first. */
export async function rechecksOf(tx: Transaction, campaignId: string, caseId?: string): Promise<Recheck[]> {
  const rows = await tx.recheck.findMany({
    where: { campaignId, ...(caseId === undefined ? {} : { caseId }) },
    orderBy: [{ askedAt: "asc" }, { number: "asc" }],
  });
  return rows.map(({ caseId: of, number, criteria, reason, askedBy, askedAt, settledAt, outcome }) => ({
    ...{ caseId: of, number, askedBy, askedAt },
    criteria: Array.isArray(criteria) ? criteria.map(String) : [],
    reason: isPersonalRef(reason) ? reason : undefined,
    settled: settledAt === null ? undefined : { at: settledAt, outcome: isPersonalRef(outcome) ? outcome : undefined },
  }));
}
