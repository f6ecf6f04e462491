import { journalTable } from "../../../platform/journal/journal-table.ts";
import { isPersonalRef } from "../../../platform/journal/personal-value.ts";
import { type Authority, authorityOf } from "../../authority/authority.ts";
import type { Context } from "../../engine/context.ts";

export const correctionTable = journalTable("publication_correction", ["campaign_id", "number"]);

/** 更正 of the published list. Shown beside it once approved; the list itself stays. */
export interface Correction {
  /** From 1. */
  number: number;
  /** Of the published selection. */
  version: number;
  text: string;
  reason: string;
  state: "proposed" | "approved" | "declined" | "superseded";
  recordedBy: string;
  recordedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  authority: Authority | undefined;
  opinion: string | undefined;
}

/** Corrections of the campaign, oldest first. */
export async function correctionsOf(
  { tx, campaign, personal }: Context,
  { state }: { state?: Correction["state"] } = {},
): Promise<Correction[]> {
  const rows = await tx.publicationCorrection.findMany({
    where: { campaignId: campaign.id, ...(state ? { state } : {}) },
    orderBy: { number: "asc" },
  });
  const refs = rows
    .flatMap(({ text, reason, opinion }): unknown[] => [text, reason, opinion])
    .filter((ref) => isPersonalRef(ref));
  const texts = await personal.read(refs);
  const said = (ref: unknown): string | undefined => (isPersonalRef(ref) ? texts.get(ref.personal) : undefined);
  return rows.map((row) => ({
    ...row,
    state: row.state as Correction["state"],
    text: said(row.text) ?? "",
    reason: said(row.reason) ?? "",
    opinion: said(row.opinion),
    authority: authorityOf(row.authority),
  }));
}
