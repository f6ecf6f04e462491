import type { Database, Transaction } from "../../platform/storage/database.ts";
import { parseDefinition } from "../definition/definition.ts";
import { type RunningCampaign, runningCampaign } from "../definition/running-campaign.ts";

/** The campaigns this process serves, each on the definition it is pinned to. */
export interface Campaigns {
  all(): readonly RunningCampaign[];
  byId(id: string): RunningCampaign | undefined;
  /** Takes over what another process, or an adoption, pinned meanwhile. */
  sync(tx: Transaction): Promise<void>;
}

/** @param ids the campaigns of this process, in the order of its configuration */
export async function openCampaigns(database: Database, ids: readonly string[]): Promise<Campaigns> {
  let running: readonly RunningCampaign[] = [];

  async function sync(tx: Transaction): Promise<void> {
    const rows = await tx.campaign.findMany({ where: { id: { in: [...ids] } } });
    const known = new Map(running.map((campaign) => [campaign.id, campaign]));
    const next = ids.flatMap((id) => rows.filter((row) => row.id === id));
    const isCurrent = next.every((row) => isSame(known.get(row.id), row));
    if (isCurrent && next.length === running.length) return;
    running = await Promise.all(
      next.map(async ({ id, definitionVersion, startedAt }) => {
        const same = known.get(id);
        if (isSame(same, { definitionVersion, startedAt })) return same;
        return runningCampaign({ definition: await pinned(tx, id, definitionVersion), definitionVersion, startedAt });
      }),
    );
  }

  await database.inTransaction(sync);
  return { all: () => running, byId: (id) => running.find((campaign) => campaign.id === id), sync };
}

const isSame = (
  known: RunningCampaign | undefined,
  row: { definitionVersion: number; startedAt: Date },
): known is RunningCampaign =>
  known?.definitionVersion === row.definitionVersion && known.startedAt.getTime() === row.startedAt.getTime();

/** @throws when the database has no such version: it is written before the campaign names it */
export async function pinned(tx: Transaction, campaignId: string, version: number) {
  const { hash } = await tx.definition.findUniqueOrThrow({ where: { campaignId_version: { campaignId, version } } });
  const { content } = await tx.definitionContent.findUniqueOrThrow({ where: { hash } });
  return parseDefinition(content);
}
