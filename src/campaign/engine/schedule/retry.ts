import type { Database } from "../../../platform/storage/database.ts";
import type { Log } from "../../../shared/log.ts";
import { membersWith } from "../../directory/member.ts";
import { inContext, type Services } from "../make-context.ts";
import { schedulePhrases } from "./phrases.ts";
import type { DueMoment } from "./schedule.ts";

/** Delay before each retry, in seconds of machine time; the last one repeats. */
const PAUSES_S = [5, 30, 120, 600, 1_800];
/** Failures before administrators are notified. */
const TELL_AFTER = 2;

export interface FailureDeps {
  database: Database;
  services: Services;
  log: Log;
}

/** Handles a failed, rolled-back moment: logs it, schedules the retry, and notifies the administrators once. */
export async function noteFailure(
  { campaignId, kind, key }: DueMoment,
  { error, now }: { error: unknown; now: Date },
  { database, services, log }: FailureDeps,
): Promise<void> {
  const failures = await database.inTransaction(async (tx) => {
    const where = { campaignId_kind_key: { campaignId, kind, key } };
    const earlier = await tx.dueRetry.findUnique({ where });
    const count = (earlier?.failures ?? 0) + 1;
    const pause = PAUSES_S[Math.min(count, PAUSES_S.length) - 1] ?? 0;
    const data = { failures: count, notBefore: new Date(Date.now() + pause * 1_000) };
    await tx.dueRetry.upsert({ where, create: { campaignId, kind, key, ...data }, update: data });
    if (count !== TELL_AFTER) return count;
    const campaign = services.campaigns.byId(campaignId);
    if (!campaign) return count;
    const label = services.registry.dueKinds.find((one) => one.kind === kind)?.label?.(campaign, key);
    await inContext(tx, { campaign, now }, services, async ({ people, outbox }) => {
      for (const { staffId } of membersWith(people, "administrator")) {
        await outbox.say(staffId, schedulePhrases.failing(label), `due.failed ${campaignId} ${kind} ${key} ${staffId}`);
      }
    });
    return count;
  });
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log.error({ campaign: campaignId, kind, key, failures, cause }, "due moment failed, will retry");
}
