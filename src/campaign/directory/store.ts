import { journalTable } from "../../platform/journal/journal-table.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import { staffId } from "../../shared/brand.ts";
import { civilDate } from "../../shared/civil-date.ts";
import { role } from "../definition/schema/roles.ts";
import type { Membership } from "./member.ts";

export const membershipTable = journalTable("membership", ["campaign_id", "staff_id", "role", "district", "from_day"]);
export const groupBindingTable = journalTable("group_binding", ["campaign_id", "audience"]);

/** All memberships, including past ones, in the roster's order. */
export async function readMemberships(tx: Transaction, campaignId: string): Promise<Membership[]> {
  const rows = await tx.membership.findMany({
    where: { campaignId },
    orderBy: [{ position: "asc" }, { from: "asc" }, { staffId: "asc" }],
  });
  const people = await tx.person.findMany({ where: { staffId: { in: rows.map((row) => row.staffId) } } });
  const names = new Map(people.map((person) => [person.staffId, person.name]));
  return rows.map((row) => ({
    staffId: staffId(row.staffId),
    name: names.get(row.staffId) ?? row.staffId,
    role: role.parse(row.role),
    from: civilDate(row.from),
    ...(row.district === "" ? {} : { district: row.district }),
    ...(row.until === null ? {} : { until: civilDate(row.until) }),
    ...(row.standsInFor === null ? {} : { standsInFor: staffId(row.standsInFor) }),
  }));
}
