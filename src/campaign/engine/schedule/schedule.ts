import { recorded } from "../../../platform/journal/record.ts";
import type { Transaction } from "../../../platform/storage/database.ts";
import type { RulingsOverTime } from "../../definition/rulings-in-force.ts";
import type { RunningCampaign } from "../../definition/running-campaign.ts";
import type { DueKind } from "../feature.ts";

export interface DueMoment {
  campaignId: string;
  kind: string;
  key: string;
  dueAt: Date;
}

/**
 * Writes the campaign's moments into the ledger. Those already fired stay; unfired ones that the definition and the
 * rulings no longer know go; changed times are taken over.
 */
export async function planMoments(
  tx: Transaction,
  campaign: RunningCampaign,
  { kinds, now, rulings }: { kinds: readonly DueKind[]; now: Date; rulings: RulingsOverTime },
): Promise<void> {
  const planned = kinds.flatMap(({ kind, moments }) =>
    moments(campaign, rulings).map((moment) => ({ kind, ...moment })),
  );
  const known = await tx.dueMoment.findMany({ where: { campaignId: campaign.id } });
  const names = new Set([...planned, ...known].map(({ kind, key }) => JSON.stringify([kind, key])));
  const rows = [...names].map((name) => {
    const [kind, key] = JSON.parse(name) as [string, string];
    return { table: "due_moment" as const, key: { campaign_id: campaign.id, kind, key } };
  });
  await recorded(tx, { campaignId: campaign.id, at: now, actor: "system", action: "due.planned", rows }, async () => {
    await tx.dueMoment.deleteMany({ where: { campaignId: campaign.id, firedAt: null } });
    await tx.dueMoment.createMany({
      data: planned.map((moment) => ({ campaignId: campaign.id, ...moment })),
      skipDuplicates: true,
    });
  });
}

/** The earliest moment that has not fired, if it is due. Locked: no other process works it off at the same time. */
export async function takeDue(
  tx: Transaction,
  now: Date,
  campaignIds: readonly string[],
): Promise<DueMoment | undefined> {
  const rows = await tx.$queryRawUnsafe<DueMoment[]>(
    `select campaign_id as "campaignId", kind, key, due_at as "dueAt" from due_moment
     where fired_at is null and due_at <= $1 and campaign_id = any($2::text[])
     order by due_at, campaign_id, kind, key limit 1 for update`,
    now,
    campaignIds,
  );
  return rows[0];
}

export async function nextDueAt(tx: Transaction, campaignIds: readonly string[]): Promise<Date | null> {
  const found = await tx.dueMoment.aggregate({
    where: { firedAt: null, campaignId: { in: [...campaignIds] } },
    _min: { dueAt: true },
  });
  return found._min.dueAt;
}

/** Does the moment's work and marks it, in one journal entry. */
export async function fireMoment(
  tx: Transaction,
  moment: DueMoment,
  { now, work }: { now: Date; work: () => Promise<string> },
): Promise<void> {
  const { campaignId, kind, key } = moment;
  const rows = [{ table: "due_moment" as const, key: { campaign_id: campaignId, kind, key } }];
  await recorded(tx, { campaignId, at: now, actor: "system", action: "due.fired", rows }, async () => {
    const outcome = await work();
    await tx.dueMoment.update({
      where: { campaignId_kind_key: { campaignId, kind, key } },
      data: { firedAt: now, outcome },
    });
  });
}
