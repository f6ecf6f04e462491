import { journalTable } from "../../platform/journal/journal-table.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import { type CivilDate, civilDate } from "../../shared/civil-date.ts";
import type { PersonContext } from "../engine/context.ts";
import type { Agreed } from "./due.ts";
import { agreedChanged } from "./events.ts";

export const agreedDayTable = journalTable("agreed_day", ["campaign_id", "district", "deliverable", "number"]);

/** What was agreed last for each district and deliverable. */
export async function agreedDays(tx: Transaction, campaignId: string): Promise<Agreed[]> {
  const rows = await tx.agreedDay.findMany({ where: { campaignId }, orderBy: { number: "asc" } });
  const last = new Map(rows.map((row) => [`${row.deliverable}/${row.district}`, row]));
  return [...last.values()].map(({ deliverable, district, until }) => ({
    ...{ deliverable, district },
    until: civilDate(until),
  }));
}

/** Who said it: the organizer after a call, or the district. */
export type AgreedHow = "phone" | "own";

/**
 * 约定: the district is not reminded of it through that day; it moves no deadline. In the place of what was agreed before.
 * The caller has checked that the day is a working day to come.
 */
export async function agreeDay(
  { tx, campaign, now, person, withJournal, emit }: PersonContext,
  { deliverable, district, until, how }: Agreed & { until: CivilDate; how: AgreedHow },
): Promise<void> {
  const number = (await tx.agreedDay.count({ where: { campaignId: campaign.id, district, deliverable } })) + 1;
  const rows = [agreedDayTable.row({ campaign_id: campaign.id, district, deliverable, number })];
  await withJournal({ action: "reminder.agreed", rows }, () =>
    tx.agreedDay.create({
      data: {
        ...{ campaignId: campaign.id, district, deliverable, number, until, how },
        ...{ saidBy: person.staffId, saidAt: now },
      },
    }),
  );
  emit(agreedChanged, { deliverable, district });
}
