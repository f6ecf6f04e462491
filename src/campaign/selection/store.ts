import type { Transaction } from "../../platform/storage/database.ts";
import type { SelectedItem, Selection, SelectionState } from "./selection.ts";

/** The newest version; undefined before the first. */
export async function latestSelection(tx: Transaction, campaignId: string): Promise<Selection | undefined> {
  const row = await tx.selection.findFirst({ where: { campaignId }, orderBy: { version: "desc" } });
  return row ? selectionOf(row) : undefined;
}

export async function selectionByVersion(
  tx: Transaction,
  campaignId: string,
  version: number,
): Promise<Selection | undefined> {
  const row = await tx.selection.findUnique({ where: { campaignId_version: { campaignId, version } } });
  return row ? selectionOf(row) : undefined;
}

/** Whether the list is out. */
export const isPublished = async (tx: Transaction, campaignId: string): Promise<boolean> =>
  (await tx.selection.count({ where: { campaignId, state: "published" } })) > 0;

/** Everybody who decides on the selection comes one after the other until the transaction ends. */
export async function lockSelections(tx: Transaction, campaignId: string): Promise<void> {
  await tx.$queryRaw`select 1 from campaign where id = ${campaignId} for update`;
}

type SelectionRow = NonNullable<Awaited<ReturnType<Transaction["selection"]["findFirst"]>>>;

const selectionOf = (row: SelectionRow): Selection => ({
  ...row,
  items: row.items as unknown as SelectedItem[],
  state: row.state as SelectionState,
});
