import { setTimeout as pause } from "node:timers/promises";
import { rulingsAt } from "./campaign/definition/rulings-in-force.ts";
import type { WorkOff } from "./campaign/engine/schedule/run-due.ts";
import { nextDueAt } from "./campaign/engine/schedule/schedule.ts";
import { timelineOf } from "./campaign/engine/timeline.ts";
import { tourOf } from "./campaign/overview/tour/tour.ts";
import type { Bot } from "./compose.ts";
import type { Sealer } from "./platform/journal/sealer.ts";
import type { Database } from "./platform/storage/database.ts";
import { emptyDatabase, isDemo } from "./platform/storage/storage.ts";
import type { Follower } from "./platform/web/emulated-clock.ts";
import type { Clock } from "./shared/clock.ts";

const LOOK_EVERY_MS = 10;
const IDLE_WITHIN_MS = 60_000;

export interface FollowerDeps {
  bot: Bot;
  clock: (Clock & { set(now: Date): void }) | undefined;
  database: Database;
  sealer: Sealer;
  /** Starts the campaigns as at first start. */
  begin(): Promise<void>;
  /** Writes down what is still only in memory, so that it does not outlive a reset. */
  flush(): Promise<void>;
}

/** The bot under an emulated clock: moves when told, and says when it has come to rest. */
export function makeFollower({ bot, clock, database, sealer, begin, flush }: FollowerDeps): Follower {
  const next = () =>
    database.inTransaction((tx) =>
      nextDueAt(
        tx,
        bot.campaigns.all().map(({ id }) => id),
      ),
    );
  let last: Promise<unknown> = Promise.resolve();
  /** One move after the other, whoever asks. */
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  }

  async function rest(): Promise<boolean> {
    const until = Date.now() + IDLE_WITHIN_MS;
    while (Date.now() < until) {
      if (await bot.chat.isIdle()) return true;
      await pause(LOOK_EVERY_MS);
    }
    return false;
  }

  return {
    moveTo: (now) =>
      inTurn(async () => {
        clock?.set(now);
        const fired: Awaited<ReturnType<WorkOff>> = await bot.workOff(now);
        await rest();
        sealer.soon();
        return { nextDueAt: await next(), fired };
      }),
    idle: async () => ({ idle: await bot.chat.isIdle(), nextDueAt: await next() }),
    reset: (now) =>
      inTurn(async () => {
        if (!(await isDemo(database))) return false;
        await rest();
        await flush();
        await emptyDatabase(database);
        clock?.set(now);
        await begin();
        await bot.workOff(now);
        await rest();
        return true;
      }),
    async timeline() {
      const campaigns = await database.inTransaction((tx) =>
        Promise.all(
          bot.campaigns.all().map(async (campaign) => ({ campaign, steps: await bot.parts.readRulings(tx, campaign) })),
        ),
      );
      const moments = bot.dueKinds.flatMap((kind) =>
        campaigns.flatMap(({ campaign, steps }) =>
          kind.moments(campaign, steps).map(({ key, dueAt }) => ({ at: dueAt, label: kind.label(campaign, key) })),
        ),
      );
      const now = clock?.now() ?? new Date();
      const shown = campaigns.map(({ campaign, steps }) => ({ campaign, rulings: rulingsAt(steps, now) }));
      const [first] = campaigns;
      return { ...timelineOf(shown, moments), tour: first ? tourOf(first.campaign) : [] };
    },
  };
}
