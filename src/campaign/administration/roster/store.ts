import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { RowName } from "../../../platform/journal/journal-table.ts";
import { isPersonalRef } from "../../../platform/journal/personal-value.ts";
import type { Transaction } from "../../../platform/storage/database.ts";
import type { StaffId } from "../../../shared/brand.ts";
import { type Authority, authorityOf } from "../../authority/authority.ts";
import { type Membership, type Period, peopleOn } from "../../directory/member.ts";
import { storeMobiles } from "../../directory/mobiles.ts";
import { absenceTable, membershipTable } from "../../directory/store.ts";
import type { Context } from "../../engine/context.ts";

/** 授权: who authorised a stand-in, and what that rests on. */
export interface Mandate {
  by: string;
  authority?: Authority;
}

/** For the column `mandate`: the name of who authorised is stored apart. */
export const storedMandate = async ({ personal }: Context, { by, authority }: Mandate): Promise<unknown> => ({
  by: { ...(await personal.store(by)) },
  ...(authority === undefined ? {} : { authority: { ...authority } }),
});

const mandateColumn = z.object({ by: z.unknown(), authority: z.unknown().optional() });

/** Undefined if none is recorded; an erased name is empty. */
export async function mandateOf({ personal }: Context, column: unknown): Promise<Mandate | undefined> {
  const read = mandateColumn.safeParse(column).data;
  if (!read) return undefined;
  const authority = authorityOf(read.authority);
  const by = isPersonalRef(read.by) ? ((await personal.read([read.by])).get(read.by.personal) ?? "") : "";
  return { by, ...(authority === undefined ? {} : { authority }) };
}

interface Versions {
  before: readonly Membership[];
  after: readonly Membership[];
}

const keyOf = ({ staffId, role, district = "", from }: Membership): string =>
  JSON.stringify([staffId, role, district, from]);

/** Memberships that differ, as they are to be. */
export function changedMemberships({ before, after }: Versions): Membership[] {
  const known = new Map(before.map((one) => [keyOf(one), one]));
  return after.filter((one) => {
    const earlier = known.get(keyOf(one));
    return earlier === undefined || !isDeepStrictEqual(stored(earlier), stored(one));
  });
}

const stored = ({ away: _, name: __, ...rest }: Membership): Partial<Membership> => rest;

interface Absence extends Period {
  staffId: StaffId;
}

const absencesIn = (memberships: readonly Membership[]): Absence[] => {
  const all = memberships.flatMap(({ staffId, away = [] }) => away.map((period) => ({ staffId, ...period })));
  return all.filter((one, at) => all.findIndex((other) => isDeepStrictEqual(other, one)) === at);
};

/** Leave that differs, as it is to be. */
export const changedAbsences = ({ before, after }: Versions): Absence[] => {
  const known = absencesIn(before);
  return absencesIn(after).filter((one) => !known.some((other) => isDeepStrictEqual(other, one)));
};

/** Rows that {@link storeRoster} writes. */
export const rowsOf = (campaignId: string, versions: Versions): RowName[] => [
  ...changedMemberships(versions).map(({ staffId, role, district = "", from }) =>
    membershipTable.row({ campaign_id: campaignId, staff_id: staffId, role, district, from_day: from }),
  ),
  ...changedAbsences(versions).map(({ staffId, from }) =>
    absenceTable.row({ campaign_id: campaignId, staff_id: staffId, from_day: from }),
  ),
];

export async function storeRoster(tx: Transaction, campaignId: string, versions: Versions): Promise<void> {
  for (const { staffId, role, district = "", from, until, standsInFor, mandate, position } of changedMemberships(
    versions,
  )) {
    const key = { campaignId, staffId, role, district, from };
    const data = {
      until: until ?? null,
      standsInFor: standsInFor ?? null,
      ...(mandate === undefined ? {} : { mandate: mandate as object }),
      ...(position === undefined ? {} : { position }),
    };
    await tx.membership.upsert({
      where: { campaignId_staffId_role_district_from: key },
      create: { ...key, ...data },
      update: data,
    });
  }
  for (const { staffId, from, until } of changedAbsences(versions)) {
    await tx.absence.upsert({
      where: { campaignId_staffId_from: { campaignId, staffId, from } },
      create: { campaignId, staffId, from, until },
      update: { until },
    });
  }
}

/** Somebody as the roster names them. */
export interface Newcomer {
  staffId: StaffId;
  name: string;
  /** Undefined: not given. */
  mobile?: string;
}

/** Stores names, and numbers encrypted. */
export async function storePeople({ tx, personal }: Context, people: readonly Newcomer[]): Promise<void> {
  for (const { staffId, name } of people) {
    await tx.person.upsert({ where: { staffId }, create: { staffId, name }, update: { name } });
  }
  await storeMobiles(
    tx,
    personal,
    people.flatMap(({ staffId, mobile }) => (mobile === undefined ? [] : [{ staffId, mobile }])),
  );
}

/** Ids of those who had a role on the day before that they have no more on the day. */
export function losers({ before, after }: Versions, day: Membership["from"]): StaffId[] {
  const now = peopleOn(after, day);
  return peopleOn(before, day)
    .filter(({ staffId, roles }) => {
      const held = now.find((one) => one.staffId === staffId)?.roles ?? [];
      return roles.some(({ role, district }) => !held.some((one) => one.role === role && one.district === district));
    })
    .map(({ staffId }) => staffId);
}

/** Those of them who have no role any more. */
export function leavers({ before, after }: Versions, day: Membership["from"]): StaffId[] {
  const now = peopleOn(after, day);
  return peopleOn(before, day)
    .map(({ staffId }) => staffId)
    .filter((id) => !now.some(({ staffId }) => staffId === id));
}
