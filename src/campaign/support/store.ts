import { journalTable } from "../../platform/journal/journal-table.ts";
import { isPersonalRef } from "../../platform/journal/personal-value.ts";
import { staffId } from "../../shared/brand.ts";
import type { Context } from "../engine/context.ts";
import type { SupportRequest, SupportState } from "./support.ts";

export const supportTable = journalTable("support_request", ["campaign_id", "number"]);

/** Requests of the campaign, oldest first. @param of one district, or one case; left out: all */
export async function supportOf(
  { tx, campaign, personal }: Pick<Context, "tx" | "campaign" | "personal">,
  of: { district?: string; caseId?: string; number?: number } = {},
): Promise<SupportRequest[]> {
  const rows = await tx.supportRequest.findMany({
    where: { campaignId: campaign.id, ...of },
    orderBy: { number: "asc" },
  });
  const columns = rows.flatMap(({ about, content, answer, outcome }): unknown[] => [about, content, answer, outcome]);
  const texts = await personal.read(columns.filter((column) => isPersonalRef(column)));
  const text = (column: unknown) => (isPersonalRef(column) ? texts.get(column.personal) : undefined);
  return rows.map((row) => ({
    ...{ number: row.number, district: row.district, caseId: row.caseId ?? undefined },
    ...{ about: text(row.about) ?? "", content: text(row.content) ?? "" },
    ...{ askedBy: staffId(row.askedBy), askedAt: row.askedAt, responsible: row.responsible },
    state: row.state as SupportState,
    ...{ answer: text(row.answer), answeredAt: row.answeredAt ?? undefined },
    ...{ outcome: text(row.outcome), closedAt: row.closedAt ?? undefined },
  }));
}
