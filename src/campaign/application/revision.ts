import { createHash } from "node:crypto";
import { journalTable } from "../../platform/journal/journal-table.ts";
import { isPersonalRef, type PersonalRef } from "../../platform/journal/personal-value.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import type { Application, StoredAnswer } from "./application.ts";

/** 申报表 as it was submitted, once per submission; never changed. */
export interface ApplicationRevision
  extends Pick<
    Application,
    "campaignId" | "answers" | "revision" | "formVersion" | "definitionVersion" | "submittedAt"
  > {
  /** The application's id. */
  caseId: string;
  /** Answer to the name field. */
  compoundName: string;
  /** Equal where nothing was changed. */
  contentHash: string;
  typedBy: string;
  /** Who answers for it: the same person, unless it was entered on behalf. */
  responsible: string;
  /** 逾期: a first submission after a deadline that a ruling made binding. */
  late: boolean;
  lateReason: PersonalRef | undefined;
}

export const applicationRevisionTable = journalTable("application_revision", ["case_id", "revision"]);

/**
 * SHA-256 over the answers in the order of their keys; of personal values and free text over the hash of the reference.
 * The migration that recorded earlier submissions computes the same in SQL.
 */
export function contentHash(answers: Application["answers"]): string {
  const keys = Object.keys(answers).toSorted((one, other) => (one < other ? -1 : 1));
  const text = keys.map((key) => `${key}\n${plain(answers[key])}`).join("\n");
  return createHash("sha256").update(text).digest("hex");
}

/** Equal for equal answers to one field; empty without an answer. */
export function answerHash(answers: Application["answers"], key: string): string {
  const answer = answers[key];
  return answer === undefined ? "" : contentHash({ [key]: answer });
}

function plain(answer: StoredAnswer | undefined): string {
  if (isPersonalRef(answer)) return answer.hash;
  return Array.isArray(answer) ? `[${answer.map((one) => JSON.stringify(one)).join(", ")}]` : String(answer);
}

/** All submissions of the case, oldest first. */
export async function revisionsOf(tx: Transaction, caseId: string): Promise<ApplicationRevision[]> {
  const rows = await tx.applicationRevision.findMany({ where: { caseId }, orderBy: { revision: "asc" } });
  return rows.map(revisionOf);
}

/** All submissions of these cases, oldest first, by case. */
export async function revisionsOfAll(
  tx: Transaction,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ApplicationRevision[]>> {
  const rows = await tx.applicationRevision.findMany({
    where: { caseId: { in: [...caseIds] } },
    orderBy: { revision: "asc" },
  });
  return Map.groupBy(rows.map(revisionOf), ({ caseId }) => caseId);
}

/** The submission as it was. @throws if there is none with this number */
export async function revisionNamed(
  tx: Transaction,
  { caseId, revision }: { caseId: string; revision: number },
): Promise<ApplicationRevision> {
  const row = await tx.applicationRevision.findUnique({ where: { caseId_revision: { caseId, revision } } });
  if (!row) throw new Error(`application ${caseId} has no revision ${revision}`);
  return revisionOf(row);
}

type RevisionRow = NonNullable<Awaited<ReturnType<Transaction["applicationRevision"]["findUnique"]>>>;

const revisionOf = ({ lateReason, ...row }: RevisionRow): ApplicationRevision => ({
  ...row,
  answers: row.answers as Record<string, StoredAnswer>,
  lateReason: isPersonalRef(lateReason) ? lateReason : undefined,
});
