import { journalTable } from "../../platform/journal/journal-table.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import { staffId } from "../../shared/brand.ts";
import { civilDate } from "../../shared/civil-date.ts";
import { role } from "../definition/schema/roles.ts";
import { sitesByMember } from "./assignments.ts";
import type { Membership, Period } from "./member.ts";

export const membershipTable = journalTable("membership", ["campaign_id", "staff_id", "role", "district", "from_day"]);
export const absenceTable = journalTable("absence", ["campaign_id", "staff_id", "from_day"]);
export const groupBindingTable = journalTable("group_binding", ["campaign_id", "audience"]);

/** All memberships, including past ones, in the roster's order. */
export async function readMemberships(tx: Transaction, campaignId: string): Promise<Membership[]> {
  const rows = await tx.membership.findMany({
    where: { campaignId },
    orderBy: [{ position: "asc" }, { from: "asc" }, { staffId: "asc" }],
  });
  const names = await namesOf(
    tx,
    rows.map((row) => row.staffId),
  );
  const away = await absencesOf(tx, campaignId);
  const sites = await sitesByMember(tx, campaignId);
  return rows.map((row) => ({
    staffId: staffId(row.staffId),
    name: names.get(row.staffId) ?? row.staffId,
    role: role.parse(row.role),
    from: civilDate(row.from),
    ...(row.district === "" ? {} : { district: row.district }),
    ...(row.until === null ? {} : { until: civilDate(row.until) }),
    ...(row.standsInFor === null ? {} : { standsInFor: staffId(row.standsInFor) }),
    ...(row.mandate === null ? {} : { mandate: row.mandate }),
    ...(away.has(row.staffId) ? { away: away.get(row.staffId) ?? [] } : {}),
    ...(sites.has(row.staffId) ? { sites: sites.get(row.staffId) ?? [] } : {}),
    ...(row.position === 0 ? {} : { position: row.position }),
  }));
}

/** 休假 by staffId, including past ones. */
async function absencesOf(tx: Transaction, campaignId: string): Promise<ReadonlyMap<string, Period[]>> {
  const rows = await tx.absence.findMany({ where: { campaignId }, orderBy: { from: "asc" } });
  const periods = Map.groupBy(rows, (row) => row.staffId);
  return new Map(
    [...periods].map(([id, of]) => [
      id,
      of.map(({ from, until }) => ({ from: civilDate(from), until: civilDate(until) })),
    ]),
  );
}

/** Names by staffId, including people without a current role. */
export async function namesOf(tx: Transaction, staffIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const people = await tx.person.findMany({ where: { staffId: { in: [...staffIds] } } });
  return new Map(people.map((person) => [person.staffId, person.name]));
}
