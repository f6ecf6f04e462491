import type { Database } from "../../../platform/storage/database.ts";
import type { Clock } from "../../../shared/clock.ts";
import { proposeDefinition } from "../../administration/adoption/propose.ts";
import type { Campaigns } from "../campaigns.ts";
import type { DueKind, TurnParts } from "../feature.ts";
import { makeTurn } from "../make-turn.ts";
import type { CampaignFolder } from "./load-campaigns.ts";
import { startCampaign } from "./start-campaign.ts";

export interface StartAllDeps {
  database: Database;
  campaigns: Campaigns;
  parts: TurnParts;
  kinds: readonly DueKind[];
  definitions: readonly CampaignFolder[];
  clock: Clock;
}

/** One process at a time starts campaigns. */
const LOCK = 4_120_230_813;

/** Starts what is new and proposes what has changed, each campaign in a transaction of its own. */
export async function startAll(deps: StartAllDeps): Promise<void> {
  const { database, campaigns, kinds, clock } = deps;
  const now = clock.now();
  for (const { folder, definition } of deps.definitions) {
    await database.inTransaction(async (tx) => {
      await tx.$executeRawUnsafe("select pg_advisory_xact_lock($1::bigint)", LOCK);
      const outcome = await startCampaign(tx, { folder, definition, kinds, now });
      await campaigns.sync(tx);
      const campaign = campaigns.byId(definition.campaign.id);
      if (outcome === "started" || !campaign) return;
      await proposeDefinition(await makeTurn(tx, { campaign, now }, deps.parts), definition);
    });
  }
}
