import { journalTable } from "../../platform/journal/journal-table.ts";
import { isPersonalRef } from "../../platform/journal/personal-value.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import { civilDate } from "../../shared/civil-date.ts";
import type { Attachment, AttachmentType } from "./attachment.ts";

export const attachmentTable = journalTable("attachment", ["id"]);

/** Places whose name begins so, of one case, of some, or of none in particular. */
export interface Places {
  campaignId: string;
  /** Left out: of every case and of none. */
  caseIds?: readonly string[];
  /** form:2, or `form:` for all revisions. */
  prefix: string;
}

/** The attachments in force, in the order of their places and within them as they were added. */
export async function attachmentsAt(tx: Transaction, places: Places): Promise<Attachment[]> {
  return (await recordedAt(tx, places)).filter(({ state }) => state === "filed");
}

/** Also those withdrawn: what was there once, by whom, and who took it away. */
export async function recordedAt(tx: Transaction, { campaignId, caseIds, prefix }: Places): Promise<Attachment[]> {
  const rows = await tx.attachment.findMany({
    where: { campaignId, place: { startsWith: prefix }, ...(caseIds ? { caseId: { in: [...caseIds] } } : {}) },
    orderBy: [{ place: "asc" }, { ordinal: "asc" }, { id: "asc" }],
  });
  return rows.map(attachmentOf);
}

export async function attachmentById(tx: Transaction, id: string): Promise<Attachment | undefined> {
  const row = await tx.attachment.findUnique({ where: { id } });
  return row ? attachmentOf(row) : undefined;
}

/** Of some files those that an attachment in force keeps. */
export async function filesOfAttachments(tx: Transaction, hashes: readonly string[]): Promise<readonly string[]> {
  const rows = await tx.attachment.findMany({
    where: { keptHash: { in: [...hashes] }, state: "filed" },
    select: { keptHash: true },
  });
  return rows.map(({ keptHash }) => keptHash);
}

/** Serializes what is filed at one place, until the transaction ends. */
export async function lockPlace(tx: Transaction, campaignId: string, caseId: string | undefined, place: string) {
  const name = `attachment ${campaignId} ${caseId ?? ""} ${place}`;
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${name}, 3))`;
}

type Row = NonNullable<Awaited<ReturnType<Transaction["attachment"]["findUnique"]>>>;

const attachmentOf = (row: Row): Attachment => ({
  ...row,
  // Written by `attach` only.
  type: row.type as AttachmentType,
  state: row.state as Attachment["state"],
  takenOn: row.takenOn === null ? null : civilDate(row.takenOn),
  label: isPersonalRef(row.label) ? row.label : null,
  withdrawReason: isPersonalRef(row.withdrawReason) ? row.withdrawReason : null,
});
