import { journalTable } from "../../platform/journal/journal-table.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import type { Sections, Snapshot } from "./snapshot.ts";

export const snapshotTable = journalTable("snapshot", ["id"]);

/** Snapshots by id; unknown ids have no entry. */
export async function readSnapshots(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, Snapshot>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.snapshot.findMany({ where: { id: { in: [...new Set(ids)] } } });
  return new Map(
    rows.map(({ id, caseId, takenAt, revision, sections }) => [
      id,
      { id, caseId, takenAt, revision, sections: sections as unknown as Sections },
    ]),
  );
}
