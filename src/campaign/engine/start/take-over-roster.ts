import { addDays, dayOf } from "../../../shared/civil-date.ts";
import { contentHash } from "../../definition/hash.ts";
import { type Roster, rosterFile } from "../../definition/schema/roster.ts";
import { membershipTable } from "../../directory/store.ts";
import type { Context } from "../context.ts";
import { campaignTable } from "./start-campaign.ts";

interface RosterRole {
  staffId: string;
  role: string;
  district: string;
}

/**
 * Applies roster.yaml: all roles at the campaign's start, later only the file's changes, so that other changes to
 * people persist.
 */
export async function takeOverRoster(context: Context, roster: Roster): Promise<void> {
  const { tx, campaign, now } = context;
  const hash = contentHash(roster);
  const { rosterHash } = await tx.campaign.findUniqueOrThrow({ where: { id: campaign.id } });
  if (rosterHash === hash) return;
  const before = rosterHash === null ? [] : rolesIn(await storedRoster(context, rosterHash));
  const after = rolesIn(roster);
  const today = dayOf(now);
  const from = rosterHash === null ? dayOf(campaign.startedAt) : today;
  const added = without(after, before);
  const held = await tx.membership.findMany({ where: { campaignId: campaign.id, until: null } });
  const ended = held.filter((row) => without(before, after).some((role) => nameOf(role) === nameOf(row)));
  const keyOf = ({ staffId, role, district }: RosterRole, from_day: string) =>
    membershipTable.row({ campaign_id: campaign.id, staff_id: staffId, role, district, from_day });
  const rows = [
    ...added.map((role) => keyOf(role, from)),
    ...ended.map((row) => keyOf(row, row.from)),
    campaignTable.row({ id: campaign.id }),
  ];
  await context.withJournal({ action: "membership.roster", rows }, async () => {
    for (const { id: staffId, name } of roster.people) {
      await tx.person.upsert({ where: { staffId }, create: { staffId, name }, update: { name } });
    }
    for (const { campaignId, staffId, role, district, from } of ended) {
      const where = { campaignId_staffId_role_district_from: { campaignId, staffId, role, district, from } };
      await tx.membership.update({ where, data: { until: addDays(today, -1) } });
    }
    const position = (role: RosterRole) => after.findIndex((one) => nameOf(one) === nameOf(role));
    for (const role of added) {
      const key = { campaignId: campaign.id, ...role, from };
      const data = { position: position(role), until: null };
      // A role removed and added again on one day has the same key.
      const where = { campaignId_staffId_role_district_from: key };
      await tx.membership.upsert({ where, create: { ...key, ...data }, update: data });
    }
    const content = JSON.parse(JSON.stringify(roster));
    await tx.definitionContent.createMany({ data: { hash, content }, skipDuplicates: true });
    const data = { rosterHash: hash, peopleVersion: { increment: 1 } };
    await tx.campaign.update({ where: { id: campaign.id }, data });
  });
  await context.reload();
}

const rolesIn = ({ people }: Roster): RosterRole[] =>
  people.flatMap(({ id, roles }) => roles.map(({ role, district = "" }) => ({ staffId: id, role, district })));

const nameOf = ({ staffId, role, district }: RosterRole): string => JSON.stringify([staffId, role, district]);

const without = (roles: readonly RosterRole[], others: readonly RosterRole[]): RosterRole[] =>
  roles.filter((role) => !others.some((other) => nameOf(other) === nameOf(role)));

const storedRoster = async ({ tx }: Context, hash: string): Promise<Roster> =>
  rosterFile.parse((await tx.definitionContent.findUniqueOrThrow({ where: { hash } })).content);
