import { isPersonalRef } from "../../../platform/journal/personal-value.ts";
import type { Transaction } from "../../../platform/storage/database.ts";
import { type CivilDate, civilDate } from "../../../shared/civil-date.ts";
import type { AttachmentType } from "../../attachment/attachment.ts";
import type { Like } from "../likeness.ts";
import { type Burst, type BurstFile, NO_ROW, ROW_SAID_MS, type RowSaid } from "./burst.ts";

type BurstRow = NonNullable<Awaited<ReturnType<Transaction["evidenceBurst"]["findUnique"]>>>;
type FileRow = NonNullable<Awaited<ReturnType<Transaction["evidenceFile"]["findUnique"]>>>;
type Owner = Pick<Burst, "campaignId" | "person">;

/** Locks the burst's row until the transaction ends. */
export async function lockBurst(tx: Transaction, id: string): Promise<Burst | undefined> {
  await tx.$queryRaw`select 1 from evidence_burst where id = ${id} for update`;
  return burstById(tx, id);
}

export async function burstById(tx: Transaction, id: string): Promise<Burst | undefined> {
  const row = await tx.evidenceBurst.findUnique({ where: { id } });
  return row ? burstOf(row) : undefined;
}

/** The person's bursts in some states, the newest first. */
export async function burstsOf(
  tx: Transaction,
  { campaignId, person }: Owner,
  states: readonly Burst["state"][],
): Promise<Burst[]> {
  const rows = await tx.evidenceBurst.findMany({
    where: { campaignId, person, state: { in: [...states] } },
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
  });
  return rows.map(burstOf);
}

/** In the order in which they were sent. */
export async function filesOf(tx: Transaction, { id: burstId }: Pick<Burst, "id">): Promise<BurstFile[]> {
  const rows = await tx.evidenceFile.findMany({ where: { burstId }, orderBy: [{ message: "asc" }, { id: "asc" }] });
  return rows.map(fileOf);
}

export async function saveBurst(
  tx: Transaction,
  { id }: Pick<Burst, "id">,
  change: Partial<Pick<Burst, "state" | "caseId" | "page" | "movingRow">>,
): Promise<void> {
  await tx.evidenceBurst.update({ where: { id }, data: change });
}

export async function saveFile(
  tx: Transaction,
  { id }: Pick<BurstFile, "id">,
  { like, ...change }: Partial<Pick<BurstFile, "state" | "row" | "attachmentId" | "like" | "refusal">>,
): Promise<void> {
  const likes = like ? { like: like.map((one) => ({ ...one })) } : {};
  await tx.evidenceFile.update({ where: { id }, data: { ...change, ...likes } });
}

/** Rows said since then, and not forgotten. @param since machine time */
export async function rowsSaid(tx: Transaction, { campaignId, person }: Owner, since: Date): Promise<RowSaid[]> {
  const rows = await tx.evidenceRowSaid.findMany({
    where: { campaignId, person, saidAt: { gte: since } },
    orderBy: { message: "asc" },
  });
  return rows.map(({ label, ...row }) => ({ ...row, label: isPersonalRef(label) ? label : null }));
}

/** No row said so far holds for what is sent from now on. @param end place in the order of messages, and machine time */
export async function endRowsSaid(
  tx: Transaction,
  { campaignId, person }: Owner,
  { message, saidAt }: { message: bigint; saidAt: Date },
): Promise<void> {
  const owner = { campaignId, person };
  if ((await tx.evidenceRowSaid.count({ where: owner })) === 0) return;
  await tx.evidenceRowSaid.deleteMany({
    where: { ...owner, saidAt: { lt: new Date(saidAt.getTime() - ROW_SAID_MS) } },
  });
  await tx.evidenceRowSaid.create({ data: { ...owner, row: NO_ROW, message, saidAt } });
}

const burstOf = ({ id, campaignId, person, caseId, state, page, movingRow }: BurstRow): Burst => ({
  ...{ id, campaignId, person, caseId, page, movingRow },
  state: state as Burst["state"],
});

const fileOf = (row: FileRow): BurstFile => {
  const { id, burstId, draftId, receivedHash, message, refusal, attachmentId, keptHash, type, size, looks } = row;
  const takenOn: CivilDate | null = row.takenOn === null ? null : civilDate(row.takenOn);
  const isMade = keptHash !== null && type !== null && size !== null;
  return {
    ...{ id, burstId, draftId, receivedHash, message, refusal, attachmentId, row: row.row },
    label: isPersonalRef(row.label) ? row.label : null,
    state: row.state as BurstFile["state"],
    // Written by the job only.
    kept: isMade ? { keptHash, type: type as AttachmentType, size, takenOn, looks } : null,
    like: Array.isArray(row.like) ? (row.like as unknown as Like[]) : [],
  };
};

/** Of some files (by hash) those that a burst waits to work on. */
export async function filesWaiting(tx: Transaction, hashes: readonly string[]): Promise<readonly string[]> {
  const rows = await tx.evidenceFile.findMany({
    where: { state: "new", receivedHash: { in: [...hashes] } },
    select: { receivedHash: true },
  });
  return rows.map(({ receivedHash }) => receivedHash);
}
