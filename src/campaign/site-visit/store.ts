import { journalTable } from "../../platform/journal/journal-table.ts";
import { isPersonalRef } from "../../platform/journal/personal-value.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import { civilDate } from "../../shared/civil-date.ts";
import type { SiteVisit } from "./visit.ts";

export const siteVisitTable = journalTable("site_visit", ["case_id", "number"]);

/** All visits, also cancelled ones, by day, car and order. */
export async function visitsOf(tx: Transaction, campaignId: string): Promise<SiteVisit[]> {
  const rows = await tx.siteVisit.findMany({
    where: { campaignId },
    orderBy: [{ day: "asc" }, { car: "asc" }, { position: "asc" }, { caseId: "asc" }],
  });
  return rows.map(({ caseId, number, day, car, position, unannounced, escort, state, arrangedAt, endedAt }) => ({
    ...{ caseId, number, position, unannounced, arrangedAt },
    day: civilDate(day),
    car: car ?? undefined,
    escort: isPersonalRef(escort) ? escort : undefined,
    state: state as SiteVisit["state"],
    endedAt: endedAt ?? undefined,
  }));
}

/** The visit of each case that is arranged or made, by application id. */
export const visitsInForce = async (tx: Transaction, campaignId: string): Promise<ReadonlyMap<string, SiteVisit>> =>
  new Map(
    (await visitsOf(tx, campaignId)).filter(({ state }) => state !== "cancelled").map((visit) => [visit.caseId, visit]),
  );
