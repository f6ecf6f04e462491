import type { Database } from "../../../platform/storage/database.ts";
import type { Clock } from "../../../shared/clock.ts";
import { inContext, type Services } from "../make-context.ts";
import { definitionFound } from "./events.ts";
import type { FoundCampaign } from "./load-campaigns.ts";
import { startCampaign, storeContent } from "./start-campaign.ts";
import { takeOverRoster } from "./take-over-roster.ts";

export interface StartAllDeps {
  database: Database;
  services: Services;
  found: readonly FoundCampaign[];
  clock: Clock;
}

/** One process at a time starts campaigns. */
const LOCK = 4_120_230_813;

/** Starts what is new and tells of what was found, each campaign in a transaction of its own. */
export async function startAll({ database, services, found, clock }: StartAllDeps): Promise<void> {
  const now = clock.now();
  for (const one of found) {
    await database.inTransaction(async (tx) => {
      await tx.$executeRawUnsafe("select pg_advisory_xact_lock($1::bigint)", LOCK);
      await startCampaign(tx, { ...one, now });
      await services.campaigns.sync(tx);
      const campaign = services.campaigns.byId(one.definition.campaign.id);
      if (!campaign) return;
      await inContext(tx, { campaign, now }, services, async (context) => {
        await takeOverRoster(context, one.roster);
        await context.replan();
      });
      await inContext(tx, { campaign, now }, services, async (context) => {
        context.emit(definitionFound, { hash: await storeContent(tx, one.definition) });
      });
    });
  }
}
