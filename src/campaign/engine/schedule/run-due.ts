import type { Database } from "../../../platform/storage/database.ts";
import type { Log } from "../../../shared/log.ts";
import { openOf } from "../campaigns.ts";
import { inContext, type Services } from "../make-context.ts";
import { type FailureDeps, noteFailure } from "./retry.ts";
import { type DueMoment, fireMoment, takeDue } from "./schedule.ts";

export interface Fired {
  kind: string;
  key: string;
  dueAt: Date;
}

export interface RunDueDeps extends FailureDeps {
  database: Database;
  services: Services;
  log: Log;
}

export type RunDue = (now: Date) => Promise<Fired[]>;

/**
 * Runs all due moments in order, each in its own transaction. Idempotent: a second call or another process fires
 * nothing twice. A failed moment is retried later and does not block the others.
 */
export function makeRunDue(deps: RunDueDeps): RunDue {
  return async (now) => {
    const fired: Fired[] = [];
    for (;;) {
      const one = (await fireNext(now, deps)) ?? (await refreshNext(now, deps));
      if (!one) return fired;
      if (one !== "failed") fired.push(one);
    }
  };
}

async function fireNext(now: Date, deps: RunDueDeps): Promise<Fired | "failed" | undefined> {
  let taken: DueMoment | undefined;
  try {
    return await deps.database.inTransaction(async (tx) => {
      const { campaigns, registry } = deps.services;
      await campaigns.sync(tx);
      taken = await takeDue(
        tx,
        now,
        openOf(campaigns).map(({ id }) => id),
      );
      const moment = taken;
      const campaign = campaigns.byId(moment?.campaignId ?? "");
      if (!moment || !campaign) return undefined;
      const kind = registry.dueKinds.find((candidate) => candidate.kind === moment.kind);
      await inContext(tx, { campaign, now }, deps.services, (context) =>
        fireMoment(context, moment, async () => (await kind?.fire(context, moment)) ?? "unknownKind"),
      );
      return {
        kind: kind?.refreshesOnly ? "refresh" : moment.kind,
        key: `${campaign.id}/${moment.key}`,
        dueAt: moment.dueAt,
      };
    });
  } catch (error) {
    if (!taken) throw error;
    await noteFailure(taken, { error, now }, deps);
    return "failed";
  }
}

/** Sends deferred card refreshes. */
async function refreshNext(now: Date, deps: RunDueDeps): Promise<Fired | undefined> {
  return deps.database.inTransaction(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string; chat: string; dueAt: Date }[]>`
      select id, chat, refresh_due_at as "dueAt" from card where refresh_due_at <= ${now} and state = 'live'
      order by refresh_due_at limit 1 for update`;
    const card = rows[0];
    if (!card) return undefined;
    await tx.card.update({ where: { id: card.id }, data: { refreshDueAt: null, refreshedAt: now } });
    await deps.services.outbox.refresh(tx, card);
    return { kind: "refresh", key: card.id, dueAt: card.dueAt };
  });
}
