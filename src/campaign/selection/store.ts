import { journalTable } from "../../platform/journal/journal-table.ts";
import { isPersonalRef } from "../../platform/journal/personal-value.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import { authorityOf } from "../authority/authority.ts";
import type { SelectedItem, Selection, SelectionState } from "./selection.ts";

export const selectionTable = journalTable("selection", ["campaign_id", "version"]);

/** Newest version; undefined if there is none. */
export async function latestSelection(tx: Transaction, campaignId: string): Promise<Selection | undefined> {
  const row = await tx.selection.findFirst({ where: { campaignId }, orderBy: { version: "desc" } });
  return row ? selectionOf(row) : undefined;
}

/** Every version, oldest first. */
export async function selectionsOf(tx: Transaction, campaignId: string): Promise<Selection[]> {
  const rows = await tx.selection.findMany({ where: { campaignId }, orderBy: { version: "asc" } });
  return rows.map(selectionOf);
}

/** @param subject of the card: the version number */
export async function selectionOfCard(tx: Transaction, campaignId: string, subject: string): Promise<Selection> {
  const version = Number(subject);
  return selectionOf(await tx.selection.findUniqueOrThrow({ where: { campaignId_version: { campaignId, version } } }));
}

/** The published version in force: the newest that was published; undefined before 公布. */
export async function publishedSelectionOf(tx: Transaction, campaignId: string): Promise<Selection | undefined> {
  const row = await tx.selection.findFirst({ where: { campaignId, state: "published" }, orderBy: { version: "desc" } });
  return row ? selectionOf(row) : undefined;
}

export const hasPublished = async (tx: Transaction, campaignId: string): Promise<boolean> =>
  (await tx.selection.count({ where: { campaignId, state: "published" } })) > 0;

/** Ids of the applications on the published list; undefined before publication. */
export async function publishedApplications(
  tx: Transaction,
  campaignId: string,
): Promise<ReadonlySet<string> | undefined> {
  const published = await publishedSelectionOf(tx, campaignId);
  if (!published) return undefined;
  return new Set(published.items.flatMap(({ applicationId, selected }) => (selected ? [applicationId] : [])));
}

/** Name of a person, also without a current role; falls back to the staff id. */
export const nameOf = async (tx: Transaction, staffId: string): Promise<string> =>
  (await tx.person.findUnique({ where: { staffId } }))?.name ?? staffId;

type SelectionRow = NonNullable<Awaited<ReturnType<Transaction["selection"]["findFirst"]>>>;

const selectionOf = (row: SelectionRow): Selection => ({
  ...row,
  items: row.items as unknown as SelectedItem[],
  state: row.state as SelectionState,
  authority: authorityOf(row.authority),
  opinion: isPersonalRef(row.opinion) ? row.opinion : undefined,
});
