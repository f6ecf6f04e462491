import { journalTable } from "../../platform/journal/journal-table.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import { civilDate, dayOf } from "../../shared/civil-date.ts";
import type { PersonContext } from "../engine/context.ts";
import type { Agreed, Called } from "./due.ts";
import { agreedChanged } from "./events.ts";

export const agreedDayTable = journalTable("agreed_day", ["campaign_id", "district", "deliverable", "number"]);

/** What was agreed last for each district and deliverable. */
export async function agreedDays(tx: Transaction, campaignId: string): Promise<Agreed[]> {
  const rows = await tx.agreedDay.findMany({ where: { campaignId, how: { not: CALL } }, orderBy: { number: "asc" } });
  const last = new Map(rows.map((row) => [`${row.deliverable}/${row.district}`, row]));
  return [...last.values()].map(({ deliverable, district, until }) => ({
    ...{ deliverable, district },
    until: civilDate(until),
  }));
}

/** When the organizer last noted a call, for each district and deliverable. */
export async function notedCalls(tx: Transaction, campaignId: string): Promise<Called[]> {
  const rows = await tx.agreedDay.findMany({
    where: { campaignId, how: { in: ["phone", CALL] } },
    orderBy: { number: "asc" },
  });
  const last = new Map(rows.map((row) => [`${row.deliverable}/${row.district}`, row]));
  return [...last.values()].map(({ deliverable, district, saidAt }) => ({
    ...{ deliverable, district },
    on: dayOf(saidAt),
  }));
}

/** Who said it: the organizer after a call, or the district. */
export type AgreedHow = "phone" | "own";

/** A call in which no day was agreed: the row's day is that of the call, and it holds nothing back. */
const CALL = "call";

/** 已电话联系 without a day: it is noted, and what was agreed before stays. */
export const noteCall = (context: PersonContext, of: Pick<Agreed, "deliverable" | "district">): Promise<void> =>
  keep(context, { ...of, until: dayOf(context.now), how: CALL }, "reminder.called");

/**
 * 约定: the district is not reminded of it through that day; it moves no deadline. In the place of what was agreed before.
 * The caller has checked that the day is a working day to come.
 */
export const agreeDay = (context: PersonContext, agreed: Agreed & { how: AgreedHow }): Promise<void> =>
  keep(context, agreed, "reminder.agreed");

async function keep(
  { tx, campaign, now, person, withJournal, emit }: PersonContext,
  { deliverable, district, until, how }: Agreed & { how: AgreedHow | typeof CALL },
  action: "reminder.agreed" | "reminder.called",
): Promise<void> {
  const number = (await tx.agreedDay.count({ where: { campaignId: campaign.id, district, deliverable } })) + 1;
  const rows = [agreedDayTable.row({ campaign_id: campaign.id, district, deliverable, number })];
  await withJournal({ action, rows }, () =>
    tx.agreedDay.create({
      data: {
        ...{ campaignId: campaign.id, district, deliverable, number, until, how },
        ...{ saidBy: person.staffId, saidAt: now },
      },
    }),
  );
  emit(agreedChanged, { deliverable, district });
}
