import { journalTable } from "../../platform/journal/journal-table.ts";
import { civilDate } from "../../shared/civil-date.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { responsibleIn } from "../engine/on-behalf.ts";
import { deliveryChanged } from "../stage/events.ts";
import type { CheckIn, Way } from "./check-in.ts";

export const checkInTable = journalTable("check_in", ["campaign_id", "district", "number"]);

/** The last of each district, by district. */
export async function checkInsOf({
  tx,
  campaign,
}: Pick<Context, "tx" | "campaign">): Promise<ReadonlyMap<string, CheckIn>> {
  const rows = await tx.checkIn.findMany({ where: { campaignId: campaign.id }, orderBy: { number: "asc" } });
  return new Map(
    rows.map(({ district, on, way }) => [district, { district, on: civilDate(on), way: way as Way }] as const),
  );
}

/** Records it; a later one takes the place of an earlier. The same again changes nothing. */
export async function recordCheckIn(context: PersonContext, { district, on, way }: CheckIn): Promise<void> {
  const { tx, campaign, now, person, withJournal, emit } = context;
  const last = (await checkInsOf(context)).get(district);
  if (last?.on === on && last.way === way) return;
  const number = (await tx.checkIn.count({ where: { campaignId: campaign.id, district } })) + 1;
  const rows = [checkInTable.row({ campaign_id: campaign.id, district, number })];
  await withJournal({ action: "check-in.recorded", rows }, () =>
    tx.checkIn.create({
      data: {
        ...{ campaignId: campaign.id, district, number, on, way },
        ...{ recordedBy: person.staffId, recordedAt: now, responsible: responsibleIn(context) },
      },
    }),
  );
  emit(deliveryChanged, { district });
}
