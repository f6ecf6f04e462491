import { setTimeout as pause } from "node:timers/promises";
import type { Sealer } from "../../platform/journal/sealer.ts";
import type { Database } from "../../platform/storage/database.ts";
import { emptyDatabase, isDemo } from "../../platform/storage/storage.ts";
import { dayOf } from "../../shared/civil-date.ts";
import type { Clock } from "../../shared/clock.ts";
import { deliverableFor } from "../definition/purposes.ts";
import { rulingsAt } from "../definition/rulings-in-force.ts";
import { peopleOn } from "../directory/member.ts";
import { isAcceptanceOver } from "../engine/acceptance.ts";
import { openOf } from "../engine/campaigns.ts";
import type { Context } from "../engine/context.ts";
import { inContext, type Services } from "../engine/make-context.ts";
import type { RunDue } from "../engine/schedule/run-due.ts";
import { nextDueAt } from "../engine/schedule/schedule.ts";
import { endedOf } from "../stage/extension-points.ts";
import { timelineOf } from "../stage/timeline.ts";
import { tourOf } from "./tour/tour.ts";

const POLL_MS = 5;
const IDLE_WITHIN_MS = 60_000;

export interface ClockFollowerDeps {
  services: Services;
  runDue: RunDue;
  isIdle(): Promise<boolean>;
  clock: (Clock & { set(now: Date): void }) | undefined;
  database: Database;
  sealer: Sealer;
  /** Starts the campaigns, as on first start. */
  begin(): Promise<void>;
  /** Writes buffered data, so none is written after a reset. */
  flush(): Promise<void>;
}

/** Controls the bot under an emulated clock: moves time on request and reports idleness. */
export function makeClockFollower(deps: ClockFollowerDeps) {
  const { services, runDue, isIdle, clock, database, sealer, begin, flush } = deps;
  const { campaigns } = services;
  const next = () =>
    nextDueAt(
      database,
      openOf(campaigns).map(({ id }) => id),
      services.registry.dueKinds,
    );
  let last: Promise<unknown> = Promise.resolve();
  /** Serializes the operations. */
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  }

  /** @returns whether it became idle within the time, in milliseconds */
  async function untilIdle(withinMs = IDLE_WITHIN_MS): Promise<boolean> {
    const until = Date.now() + withinMs;
    while (!(await isIdle())) {
      if (Date.now() >= until) return false;
      await pause(POLL_MS);
    }
    return true;
  }

  return {
    moveTo: (now: Date) =>
      inTurn(async () => {
        clock?.set(now);
        const fired = await runDue(now);
        await untilIdle();
        sealer.soon();
        return { nextDueAt: await next(), fired };
      }),
    /** Retries failed due moments. Reads the clock only when its turn comes. */
    tick: () => inTurn(async () => void (await runDue(clock?.now() ?? new Date()))),
    idle: async (waitMs = 0) => ({ idle: await untilIdle(waitMs), nextDueAt: await next() }),
    reset: (now: Date) =>
      inTurn(async () => {
        if (!(await isDemo(database))) return false;
        await untilIdle();
        await flush();
        await emptyDatabase(database);
        clock?.set(now);
        await begin();
        await runDue(now);
        await untilIdle();
        return true;
      }),
    timeline: () => timelineNow(deps, clock?.now() ?? new Date()),
  };
}

/** Deliverables whose dates mean nothing any more: after 公布 the lists, and the publication itself. */
async function datesEnded(context: Context): Promise<ReadonlySet<string>> {
  const publication = deliverableFor(context.campaign.definition, "publication");
  const isPublished = publication !== undefined && (await isAcceptanceOver(context));
  return new Set([...(await endedOf(context)), ...(isPublished ? [publication.id] : [])]);
}

async function timelineNow({ services, database }: ClockFollowerDeps, now: Date) {
  const { campaigns, registry, readRulings } = services;
  const shown = await database.inTransaction((tx) =>
    Promise.all(
      campaigns.all().map(async (campaign) => ({
        campaign,
        steps: await readRulings(tx, campaign),
        ended: await inContext(tx, { campaign, now }, services, datesEnded),
      })),
    ),
  );
  const open = shown.filter(({ campaign }) => campaign.closedAt === undefined);
  const moments = registry.dueKinds.flatMap((kind) =>
    open.flatMap(({ campaign, steps, ended }) =>
      kind.moments(campaign, steps, services.campaigns.membershipsOf(campaign.id)).flatMap(({ key, dueAt }) => {
        const label = kind.label?.(campaign, key);
        return label === undefined || ended.has(kind.about?.(key) ?? "") ? [] : [{ at: dueAt, label }];
      }),
    ),
  );
  // Who comes after 公布 finds a campaign that has been played: first steps would lead nowhere.
  const first = open.find(
    ({ campaign, ended }) => !ended.has(deliverableFor(campaign.definition, "publication")?.id ?? ""),
  );
  return {
    ...timelineOf(
      shown.map(({ campaign, steps, ended }) => ({ campaign, rulings: rulingsAt(steps, now), ended })),
      moments,
    ),
    tour: first
      ? tourOf(first.campaign.definition, peopleOn(campaigns.membershipsOf(first.campaign.id), dayOf(now)))
      : [],
  };
}
