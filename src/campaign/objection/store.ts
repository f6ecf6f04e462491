import { journalTable } from "../../platform/journal/journal-table.ts";
import { isPersonalRef } from "../../platform/journal/personal-value.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import { type CivilDate, civilDate } from "../../shared/civil-date.ts";
import { authorityOf } from "../authority/authority.ts";
import type { Context } from "../engine/context.ts";
import type { Effect, Objection, ObjectionSource, ObjectionState, ReplyWay } from "./objection.ts";

export const objectionTable = journalTable("objection", ["campaign_id", "number"]);

type Row = Awaited<ReturnType<Transaction["objection"]["findMany"]>>[number];

/** All of the campaign, oldest first. Who shows them decides what of them. */
export async function objectionsOf({
  tx,
  campaign,
  personal,
}: Pick<Context, "tx" | "campaign" | "personal">): Promise<Objection[]> {
  const rows = await tx.objection.findMany({ where: { campaignId: campaign.id }, orderBy: { number: "asc" } });
  if (rows.length === 0) return [];
  const columns = rows.flatMap((row): unknown[] => [
    ...[row.about, row.content, row.matter, row.objector, row.handler, row.findings, row.reason, row.reply],
  ]);
  const texts = await personal.read(columns.filter((column) => isPersonalRef(column)));
  return rows.map((row) =>
    objectionOf(row, (column) => (isPersonalRef(column) ? texts.get(column.personal) : undefined)),
  );
}

const dayOrNone = (day: string | null): CivilDate | undefined => (day === null ? undefined : civilDate(day));

const objectionOf = (row: Row, text: (column: unknown) => string | undefined): Objection => ({
  number: row.number,
  source: row.source as ObjectionSource,
  receivedOn: civilDate(row.receivedOn),
  caseId: row.caseId ?? undefined,
  about: text(row.about) ?? "",
  content: text(row.content) ?? "",
  matter: text(row.matter),
  objector: text(row.objector),
  registeredBy: row.registeredBy,
  registeredAt: row.registeredAt,
  state: row.state as ObjectionState,
  handler: text(row.handler),
  handleBy: dayOrNone(row.handleBy),
  findings: text(row.findings),
  reportedBy: row.reportedBy ?? undefined,
  reportedAt: row.reportedAt ?? undefined,
  effect: (row.effect ?? undefined) as Effect | undefined,
  reason: text(row.reason),
  decidedBy: row.decidedBy ?? undefined,
  decidedAt: row.decidedAt ?? undefined,
  authority: authorityOf(row.authority),
  repliedOn: dayOrNone(row.repliedOn),
  replyWay: (row.replyWay ?? undefined) as ReplyWay | undefined,
  reply: text(row.reply),
});
