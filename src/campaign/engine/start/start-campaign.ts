import { journalTable } from "../../../platform/journal/journal-table.ts";
import { withJournal } from "../../../platform/journal/with-journal.ts";
import type { Transaction } from "../../../platform/storage/database.ts";
import type { Definition } from "../../definition/definition.ts";
import { definitionHash } from "../../definition/hash.ts";
import type { CampaignFolder } from "../../definition/load.ts";
import { groupBindingTable } from "../../directory/store.ts";

export const campaignTable = journalTable("campaign", ["id"], "id");
export const definitionTable = journalTable("definition", ["campaign_id", "version"]);

/** Starts the campaign if it is new: pins the definition and binds the groups. */
export async function startCampaign(
  tx: Transaction,
  { folder, definition, roster, now }: CampaignFolder & { folder: string; now: Date },
): Promise<"started" | "known"> {
  const id = definition.campaign.id;
  if (await tx.campaign.findUnique({ where: { id } })) return "known";
  const groups = roster.groups.filter(({ audience }) => audience !== "district");
  const rows = [
    campaignTable.row({ id }),
    definitionTable.row({ campaign_id: id, version: 1 }),
    ...groups.map(({ audience }) => groupBindingTable.row({ campaign_id: id, audience })),
  ];
  await withJournal(tx, { campaignId: id, at: now, actor: "system", action: "campaign.started", rows }, async () => {
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
  return "started";
}

/** Stores a definition as a version. The caller updates the campaign's version. */
export async function pinDefinition(
  tx: Transaction,
  { definition, version, by, now }: { definition: Definition; version: number; by: string; now: Date },
): Promise<void> {
  const hash = await storeContent(tx, definition);
  const campaignId = definition.campaign.id;
  await tx.definition.create({ data: { campaignId, version, hash, pinnedAt: now, pinnedBy: by } });
}

/** Stores the content by hash, if missing. */
export async function storeContent(tx: Transaction, definition: Definition): Promise<string> {
  const hash = definitionHash(definition);
  const content = JSON.parse(JSON.stringify(definition));
  await tx.definitionContent.createMany({ data: { hash, content }, skipDuplicates: true });
  return hash;
}
