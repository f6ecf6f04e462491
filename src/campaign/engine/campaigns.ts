import type { Database, Transaction } from "../../platform/storage/database.ts";
import { parseDefinition } from "../definition/definition.ts";
import { type RunningCampaign, runningCampaign } from "../definition/running-campaign.ts";
import type { Membership } from "../directory/member.ts";
import { readMemberships } from "../directory/store.ts";

/** The campaigns this process serves, each on the definition it is pinned to, with its people. */
export interface Campaigns {
  all(): readonly RunningCampaign[];
  byId(id: string): RunningCampaign | undefined;
  /** Who has which role, from when until when. */
  membershipsOf(id: string): readonly Membership[];
  /** Takes over what this transaction, or another process, changed of definitions and people. */
  sync(tx: Transaction): Promise<void>;
}

interface Served {
  campaign: RunningCampaign;
  peopleVersion: number;
  memberships: readonly Membership[];
}

interface CampaignRow {
  id: string;
  definitionVersion: number;
  startedAt: Date;
  peopleVersion: number;
}

/** @param ids the campaigns of this process, in the order of its configuration */
export async function openCampaigns(database: Database, ids: readonly string[]): Promise<Campaigns> {
  let served: readonly Served[] = [];

  async function sync(tx: Transaction): Promise<void> {
    const rows = await tx.campaign.findMany({ where: { id: { in: [...ids] } } });
    const next = ids.flatMap((id) => rows.filter((row) => row.id === id));
    const known = next.map((row) => served.find(({ campaign }) => campaign.id === row.id));
    const isCurrent = next.every(
      (row, at) => hasCampaign(known[at], row) && known[at]?.peopleVersion === row.peopleVersion,
    );
    if (isCurrent && next.length === served.length) return;
    served = await Promise.all(next.map((row, at) => serve(tx, row, known[at])));
  }

  await database.inTransaction(sync);
  const byId = (id: string) => served.find(({ campaign }) => campaign.id === id);
  return {
    all: () => served.map(({ campaign }) => campaign),
    byId: (id) => byId(id)?.campaign,
    membershipsOf: (id) => byId(id)?.memberships ?? [],
    sync,
  };
}

const hasCampaign = (known: Served | undefined, row: CampaignRow): known is Served =>
  known?.campaign.definitionVersion === row.definitionVersion &&
  known.campaign.startedAt.getTime() === row.startedAt.getTime();

async function serve(tx: Transaction, row: CampaignRow, known: Served | undefined): Promise<Served> {
  const { id, definitionVersion, startedAt, peopleVersion } = row;
  const campaign = hasCampaign(known, row)
    ? known.campaign
    : runningCampaign({ definition: await pinned(tx, id, definitionVersion), definitionVersion, startedAt });
  const isKnown = known?.peopleVersion === peopleVersion && known.campaign.startedAt.getTime() === startedAt.getTime();
  return { campaign, peopleVersion, memberships: isKnown ? known.memberships : await readMemberships(tx, id) };
}

/** @throws when the database has no such version: it is written before the campaign names it */
async function pinned(tx: Transaction, campaignId: string, version: number) {
  const { hash } = await tx.definition.findUniqueOrThrow({ where: { campaignId_version: { campaignId, version } } });
  const { content } = await tx.definitionContent.findUniqueOrThrow({ where: { hash } });
  return parseDefinition(content);
}
