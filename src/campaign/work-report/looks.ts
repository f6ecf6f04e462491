import { journalTable } from "../../platform/journal/journal-table.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import type { PersonContext } from "../engine/context.ts";
import { reportChanged } from "./events.ts";
import type { WorkReport } from "./work-report.ts";

export const reportLookTable = journalTable("work_report_look", ["campaign_id", "district", "version", "person"]);

/** The last look of one person of the city at a version. */
export interface Look {
  person: string;
  seenAt: Date;
}

/** Who of the city has read a version, the earliest first. */
export async function looksAt(
  tx: Transaction,
  campaignId: string,
  { district, version }: Pick<WorkReport, "district" | "version">,
): Promise<Look[]> {
  return tx.workReportLook.findMany({
    where: { campaignId, district, version },
    orderBy: [{ seenAt: "asc" }, { person: "asc" }],
    select: { person: true, seenAt: true },
  });
}

/** Each look of the city is noted. The district's card is told of the first. */
export async function noteLook(
  context: PersonContext,
  { district, version }: Pick<WorkReport, "district" | "version">,
): Promise<void> {
  const { tx, campaign, now: seenAt, person } = context;
  const isFirst = (await looksAt(tx, campaign.id, { district, version })).length === 0;
  const key = { campaignId: campaign.id, district, version, person: person.staffId };
  const rows = [reportLookTable.row({ campaign_id: campaign.id, district, version, person: person.staffId })];
  await context.withJournal({ action: "work-report.seen", rows, whenClosed: true }, async () => {
    await tx.workReportLook.upsert({
      where: { campaignId_district_version_person: key },
      create: { ...key, seenAt },
      update: { seenAt },
    });
  });
  if (isFirst) context.emit(reportChanged, { district, version });
}
