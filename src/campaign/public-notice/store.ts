import { z } from "zod";
import { journalTable } from "../../platform/journal/journal-table.ts";
import { isPersonalRef } from "../../platform/journal/personal-value.ts";
import { civilDate } from "../../shared/civil-date.ts";
import type { Context } from "../engine/context.ts";
import type { NoticeContact, PublicNotice } from "./notice.ts";

export const publicNoticeTable = journalTable("public_notice", ["campaign_id", "number"]);

const storedContact = z.object({
  department: z.string(),
  phone: z.string(),
  email: z.string().optional(),
  address: z.string().optional(),
});

/** All of the campaign, oldest first. */
export async function noticesOf({
  tx,
  campaign,
  personal,
}: Pick<Context, "tx" | "campaign" | "personal">): Promise<PublicNotice[]> {
  const rows = await tx.publicNotice.findMany({ where: { campaignId: campaign.id }, orderBy: { number: "asc" } });
  if (rows.length === 0) return [];
  const texts = await personal.read(rows.flatMap(({ contact, page }) => [refOf(contact), refOf(page)]));
  const text = (column: unknown) => texts.get(refOf(column)?.personal ?? "");
  return rows.map((row) => ({
    ...{ number: row.number, version: row.version, begunBy: row.begunBy, begunAt: row.begunAt },
    ...{ beginsOn: civilDate(row.beginsOn), endsOn: civilDate(row.endsOn), page: text(row.page) },
    contact: contactIn(text(row.contact)),
  }));
}

/** The last 公示 of this version of the selection; undefined before it has begun. */
export const noticeOf = async (
  context: Pick<Context, "tx" | "campaign" | "personal">,
  version: number,
): Promise<PublicNotice | undefined> => (await noticesOf(context)).findLast((one) => one.version === version);

const refOf = (column: unknown) => (isPersonalRef(column) ? column : undefined);

/** Erased, it is empty. */
function contactIn(text: string | undefined): NoticeContact {
  const read = storedContact.safeParse(text === undefined ? undefined : JSON.parse(text)).data;
  if (!read) return { department: "", phone: "" };
  const { department, phone, email, address } = read;
  return { department, phone, ...(email ? { email } : {}), ...(address ? { address } : {}) };
}
