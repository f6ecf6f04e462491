import type { Database } from "../../../platform/storage/database.ts";
import type { Clock } from "../../../shared/clock.ts";
import { openOf } from "../campaigns.ts";
import { inContext, type Services } from "../make-context.ts";
import { startPhrases } from "./phrases.ts";
import { caretakers } from "./report-broken.ts";

interface FailedBackupDeps {
  database: Database;
  services: Services;
  clock: Clock;
}

/** A night without a backup. */
export interface FailedBackup {
  /** What was wrong and what to do; undefined where nobody expected it. */
  sentence: string | undefined;
  /** The last good backup, undefined if there is none: equal in every night until there is another. */
  last: string | undefined;
}

/** Tells the administrators of the running campaigns, each person once until a backup is made again. */
export async function tellNoBackup(
  { database, services, clock }: FailedBackupDeps,
  { sentence, last = "none" }: FailedBackup,
): Promise<void> {
  await database.inTransaction(async (tx) => {
    for (const campaign of openOf(services.campaigns))
      await inContext(tx, { campaign, now: clock.now() }, services, async ({ people, outbox }) => {
        for (const { staffId } of caretakers(people))
          await outbox.say(staffId, startPhrases.noBackup(sentence), `backup.failed ${last} ${staffId}`);
      });
  });
}
