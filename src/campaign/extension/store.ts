import { journalTable } from "../../platform/journal/journal-table.ts";
import { isPersonalRef } from "../../platform/journal/personal-value.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import { civilDate } from "../../shared/civil-date.ts";
import { authorityOf } from "../authority/authority.ts";
import type { DeadlineExtension, Extended, ExtensionState } from "./extension.ts";

export const extensionTable = journalTable("deadline_extension", ["campaign_id", "district", "deliverable", "number"]);

const OPEN: readonly ExtensionState[] = ["asked", "proposed"];

export const isOpen = ({ state }: Pick<DeadlineExtension, "state">): boolean => OPEN.includes(state);

/** All of the campaign, or of one district and deliverable, oldest first. */
export async function extensionsOf(
  tx: Transaction,
  campaignId: string,
  which: Partial<Extended> = {},
): Promise<DeadlineExtension[]> {
  const rows = await tx.deadlineExtension.findMany({
    where: { campaignId, ...which },
    orderBy: [{ askedAt: "asc" }, { number: "asc" }],
  });
  return rows.map(extensionOf);
}

/** Those that wait for a decision. */
export async function openExtensions(tx: Transaction, campaignId: string): Promise<DeadlineExtension[]> {
  const rows = await tx.deadlineExtension.findMany({
    where: { campaignId, state: { in: [...OPEN] } },
    orderBy: [{ askedAt: "asc" }, { number: "asc" }],
  });
  return rows.map(extensionOf);
}

type Row = Awaited<ReturnType<Transaction["deadlineExtension"]["findMany"]>>[number];

const extensionOf = (row: Row): DeadlineExtension => ({
  district: row.district,
  deliverable: row.deliverable,
  number: row.number,
  until: civilDate(row.until),
  reason: isPersonalRef(row.reason) ? row.reason : undefined,
  state: row.state as ExtensionState,
  askedBy: row.askedBy,
  askedAt: row.askedAt,
  decidedAt: row.decidedAt ?? undefined,
  approvedAt: row.approvedAt ?? undefined,
  opinion: isPersonalRef(row.opinion) ? row.opinion : undefined,
  approvalOpinion: isPersonalRef(row.approvalOpinion) ? row.approvalOpinion : undefined,
  authority: authorityOf(row.authority),
});
