import { z } from "zod";
import type { Transaction } from "../../../platform/storage/database.ts";
import { addDays, type CivilDate, dayOf } from "../../../shared/civil-date.ts";
import { contentHash } from "../../definition/hash.ts";
import { type Roster, rosterPerson } from "../../definition/schema/roster.ts";
import { storeMobiles } from "../../directory/mobiles.ts";
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
    await storePeople(context, roster);
    for (const { campaignId, staffId, role, district, from } of ended) {
      const where = { campaignId_staffId_role_district_from: { campaignId, staffId, role, district, from } };
      await tx.membership.update({ where, data: { until: addDays(today, -1) } });
    }
    const position = (role: RosterRole) => after.findIndex((one) => nameOf(one) === nameOf(role));
    await addMemberships(tx, {
      campaignId: campaign.id,
      from,
      roles: added.map((role) => ({ ...role, position: position(role) })),
    });
    const content = {
      people: roster.people.map(({ id, roles }) => ({ id, roles: roles.map((role) => ({ ...role })) })),
    };
    await tx.definitionContent.createMany({ data: { hash, content }, skipDuplicates: true });
    const data = { rosterHash: hash, peopleVersion: { increment: 1 } };
    await tx.campaign.update({ where: { id: campaign.id }, data });
  });
  await context.reload();
}

/** Few statements, because a first start stores everyone. */
async function storePeople({ tx, personal }: Context, { people }: Roster): Promise<void> {
  const named = people.map(({ id: staffId, name }) => ({ staffId, name }));
  await tx.person.createMany({ data: named, skipDuplicates: true });
  const stored = await tx.person.findMany({ where: { staffId: { in: named.map(({ staffId }) => staffId) } } });
  const renamed = named.filter((one) =>
    stored.some(({ staffId, name }) => staffId === one.staffId && name !== one.name),
  );
  for (const { staffId, name } of renamed) await tx.person.update({ where: { staffId }, data: { name } });
  await storeMobiles(
    tx,
    personal,
    people.map(({ id: staffId, mobile }) => ({ staffId, mobile })),
  );
}

/** A role removed and added again on one day has the same key. */
async function addMemberships(
  tx: Transaction,
  {
    campaignId,
    from,
    roles,
  }: { campaignId: string; from: CivilDate; roles: readonly (RosterRole & { position: number })[] },
): Promise<void> {
  const sameDay = new Set((await tx.membership.findMany({ where: { campaignId, from } })).map(nameOf));
  const key = ({ staffId, role, district }: RosterRole) => ({ campaignId, staffId, role, district, from });
  const data = roles.filter((one) => !sameDay.has(nameOf(one))).map((one) => ({ ...key(one), position: one.position }));
  await tx.membership.createMany({ data });
  for (const { position, ...role } of roles.filter((one) => sameDay.has(nameOf(one)))) {
    const where = { campaignId_staffId_role_district_from: key(role) };
    await tx.membership.update({ where, data: { position, until: null } });
  }
}

/** What is kept of a roster: neither names nor numbers. */
const keptRoster = z.object({
  people: z.array(z.object({ id: rosterPerson.shape.id, roles: rosterPerson.shape.roles })),
});

const rolesIn = ({ people }: z.infer<typeof keptRoster>): RosterRole[] =>
  people.flatMap(({ id, roles }) => roles.map(({ role, district = "" }) => ({ staffId: id, role, district })));

const nameOf = ({ staffId, role, district }: RosterRole): string => JSON.stringify([staffId, role, district]);

const without = (roles: readonly RosterRole[], others: readonly RosterRole[]): RosterRole[] =>
  roles.filter((role) => !others.some((other) => nameOf(other) === nameOf(role)));

const storedRoster = async ({ tx }: Context, hash: string): Promise<z.infer<typeof keptRoster>> =>
  keptRoster.parse((await tx.definitionContent.findUniqueOrThrow({ where: { hash } })).content);
