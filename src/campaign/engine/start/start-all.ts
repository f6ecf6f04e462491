import type { Database } from "../../../platform/storage/database.ts";
import type { Clock } from "../../../shared/clock.ts";
import { StartError } from "../../../shared/start-error.ts";
import { openOf } from "../campaigns.ts";
import { inContext, type Services } from "../make-context.ts";
import { definitionFound } from "./events.ts";
import type { LoadedCampaigns } from "./load-campaigns.ts";
import { startPhrases } from "./phrases.ts";
import { reportBroken } from "./report-broken.ts";
import { startCampaign, storeContent } from "./start-campaign.ts";
import { takeOverRoster } from "./take-over-roster.ts";

export interface StartAllDeps {
  database: Database;
  services: Services;
  loaded: LoadedCampaigns;
  clock: Clock;
}

/** Advisory lock: one process starts campaigns at a time. */
const LOCK = 4_120_230_813;

/**
 * Starts new campaigns and reports broken ones to the administrators of the others. Each campaign has its own
 * transaction.
 *
 * @throws {StartError} if no campaign is readable
 */
export async function startAll(deps: StartAllDeps): Promise<void> {
  const { database, services, loaded, clock } = deps;
  const now = clock.now();
  for (const one of loaded.found) await startOne(deps, one, now);
  const unreadable = [...services.campaigns.unreadable().keys()];
  if (services.campaigns.all().length === 0 && unreadable.length > 0) {
    throw new StartError(startPhrases.noneReadable(unreadable));
  }
  if (loaded.broken.length + unreadable.length === 0) return;
  for (const campaign of openOf(services.campaigns)) {
    await database.inTransaction((tx) =>
      inContext(tx, { campaign, now }, services, (context) =>
        reportBroken(context, { folders: loaded.broken, unreadable }),
      ),
    );
  }
}

async function startOne(
  { database, services }: StartAllDeps,
  one: LoadedCampaigns["found"][number],
  now: Date,
): Promise<void> {
  await database.inTransaction(async (tx) => {
    await tx.$executeRawUnsafe("select pg_advisory_xact_lock($1::bigint)", LOCK);
    await startCampaign(tx, { ...one, now });
    await services.campaigns.sync(tx);
    const campaign = services.campaigns.byId(one.definition.campaign.id);
    // Closed campaigns keep their definition and roster.
    if (!campaign || campaign.closedAt) return;
    await inContext(tx, { campaign, now }, services, async (context) => {
      await takeOverRoster(context, one.roster);
      await context.replan();
    });
    await inContext(tx, { campaign, now }, services, async (context) => {
      context.emit(definitionFound, { hash: await storeContent(tx, one.definition) });
    });
  });
}
