import { journalTable } from "../../../platform/journal/journal-table.ts";
import { isPersonalRef } from "../../../platform/journal/personal-value.ts";
import type { Transaction } from "../../../platform/storage/database.ts";
import { civilDate } from "../../../shared/civil-date.ts";
import type { Opinion } from "./opinion.ts";

export const opinionTable = journalTable("opinion", ["case_id", "office", "number"]);
export const revisionSlipTable = journalTable("revision_slip", ["case_id", "revision"]);

/** All opinions on these cases, as they were recorded, also those withdrawn; by case. */
export async function opinionsOn(
  tx: Transaction,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Opinion[]>> {
  const rows = await tx.opinion.findMany({
    where: { caseId: { in: [...caseIds] } },
    orderBy: [{ recordedAt: "asc" }, { office: "asc" }, { number: "asc" }],
  });
  return Map.groupBy(rows.map(opinionOf), ({ caseId }) => caseId);
}

/** Submissions whose change was marked 更正笔误, by case. */
export async function slipsOf(
  tx: Transaction,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  const rows = await tx.revisionSlip.findMany({ where: { caseId: { in: [...caseIds] } } });
  const byCase = Map.groupBy(rows, ({ caseId }) => caseId);
  return new Map([...byCase].map(([id, slips]) => [id, new Set(slips.map(({ revision }) => revision))]));
}

type Row = NonNullable<Awaited<ReturnType<Transaction["opinion"]["findFirst"]>>>;

const opinionOf = (row: Row): Opinion => ({
  caseId: row.caseId,
  office: row.office,
  number: row.number,
  revision: row.revision,
  // Written by `recordOpinions` only.
  stance: row.stance as Opinion["stance"],
  text: isPersonalRef(row.text) ? row.text : undefined,
  signer: isPersonalRef(row.signer) ? row.signer : undefined,
  sealedBy: row.sealedBy ?? undefined,
  givenOn: civilDate(row.givenOn),
  scan: row.scan ?? undefined,
  confirms: row.confirms ?? undefined,
  recordedBy: row.recordedBy,
  responsible: row.responsible ?? undefined,
  recordedAt: row.recordedAt,
  withdrawn: row.withdrawnAt !== null,
});
