import { recorded } from "../../../platform/journal/record.ts";
import type { Transaction } from "../../../platform/storage/database.ts";
import type { Definition } from "../../definition/definition.ts";
import { definitionHash } from "../../definition/hash.ts";
import { runningCampaign } from "../../definition/running-campaign.ts";
import type { DueKind } from "../feature.ts";
import { planMoments } from "../schedule/schedule.ts";

export interface CampaignStart {
  folder: string;
  definition: Definition;
  kinds: readonly DueKind[];
  now: Date;
}

/** Starts the campaign the first time its folder is served: pins the definition, binds its groups, plans its moments. */
export async function startCampaign(tx: Transaction, start: CampaignStart): Promise<"started" | "known"> {
  const { definition, folder, now } = start;
  const id = definition.campaign.id;
  if (await tx.campaign.findUnique({ where: { id } })) return "known";
  const groups = definition.roster.groups.filter(({ audience }) => audience !== "district");
  const rows = [
    { table: "campaign" as const, key: { id } },
    { table: "definition" as const, key: { campaign_id: id, version: 1 } },
    ...groups.map(({ audience }) => ({ table: "group_binding" as const, key: { campaign_id: id, audience } })),
  ];
  await recorded(tx, { campaignId: id, at: now, actor: "system", action: "campaign.started", rows }, async () => {
    await tx.campaign.create({
      data: { id, year: definition.campaign.year.value, folder, startedAt: now, definitionVersion: 1 },
    });
    await pinDefinition(tx, { definition, version: 1, by: "system", now });
    await tx.groupBinding.createMany({
      data: groups.map(({ audience, id: groupId, title }) => ({
        campaignId: id,
        audience,
        groupId,
        title,
        boundBy: "system",
        boundAt: now,
      })),
    });
  });
  await planMoments(tx, runningCampaign({ definition, definitionVersion: 1, startedAt: now }), {
    ...start,
    rulings: [],
  });
  return "started";
}

/** Writes a definition under a version; the campaign still has to name it. */
export async function pinDefinition(
  tx: Transaction,
  { definition, version, by, now }: { definition: Definition; version: number; by: string; now: Date },
): Promise<void> {
  const hash = await keepContent(tx, definition);
  const campaignId = definition.campaign.id;
  await tx.definition.create({ data: { campaignId, version, hash, pinnedAt: now, pinnedBy: by } });
}

/** Keeps the content by its hash, once. */
export async function keepContent(tx: Transaction, definition: Definition): Promise<string> {
  const hash = definitionHash(definition);
  const content = JSON.parse(JSON.stringify(definition));
  await tx.definitionContent.createMany({ data: { hash, content }, skipDuplicates: true });
  return hash;
}
