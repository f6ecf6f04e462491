import type { Database } from "../../../platform/storage/database.ts";
import type { Campaigns } from "../campaigns.ts";
import type { DueKind, TurnParts } from "../feature.ts";
import { makeTurn } from "../make-turn.ts";
import { fireMoment, takeDue } from "./schedule.ts";

export interface Fired {
  kind: string;
  key: string;
  dueAt: Date;
}

export interface WorkOffDeps {
  database: Database;
  parts: TurnParts;
  kinds: readonly DueKind[];
  campaigns: Campaigns;
}

export type WorkOff = (now: Date) => Promise<Fired[]>;

/**
 * Works off everything due at this campaign time, in order, each moment in a transaction of its own. The ledger
 * decides: calling it twice, or from two processes, fires nothing twice.
 */
export function makeWorkOff(deps: WorkOffDeps): WorkOff {
  return async (now) => {
    const fired: Fired[] = [];
    for (;;) {
      const one = (await fireNext(now, deps)) ?? (await refreshNext(now, deps));
      if (!one) return fired;
      fired.push(one);
    }
  };
}

async function fireNext(now: Date, deps: WorkOffDeps): Promise<Fired | undefined> {
  return deps.database.inTransaction(async (tx) => {
    await deps.campaigns.sync(tx);
    const served = deps.campaigns.all().map(({ id }) => id);
    const moment = await takeDue(tx, now, served);
    const campaign = deps.campaigns.byId(moment?.campaignId ?? "");
    if (!moment || !campaign) return undefined;
    const kind = deps.kinds.find((candidate) => candidate.kind === moment.kind);
    await fireMoment(tx, moment, {
      now,
      work: async () => kind?.fire(await makeTurn(tx, { campaign, now }, deps.parts), moment) ?? "unknownKind",
    });
    return { kind: moment.kind, key: `${campaign.id}/${moment.key}`, dueAt: moment.dueAt };
  });
}

/** Refreshes that were put off to spare calls. */
async function refreshNext(now: Date, deps: WorkOffDeps): Promise<Fired | undefined> {
  return deps.database.inTransaction(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string; chat: string; dueAt: Date }[]>`
      select id, chat, refresh_due_at as "dueAt" from card where refresh_due_at <= ${now} and state = 'live'
      order by refresh_due_at limit 1 for update`;
    const card = rows[0];
    if (!card) return undefined;
    await tx.card.update({ where: { id: card.id }, data: { refreshDueAt: null, refreshedAt: now } });
    await deps.parts.outbox.refresh(tx, card);
    return { kind: "refresh", key: card.id, dueAt: card.dueAt };
  });
}
