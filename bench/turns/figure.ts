import { join } from "node:path";
import { type Spread, spreadOf } from "../percentiles.ts";
import { timesByFile } from "../profile.ts";
import { memoryOf, processorTimeOf, processorTimeWithChildren } from "../program.ts";
import type { Resident } from "../resident.ts";
import type { Place } from "./place.ts";

/** What one kind of event cost and how long it took. */
export interface TurnFigure {
  name: string;
  /** Undefined: one after the other. */
  perSecond: number | undefined;
  times: Spread;
  /** From the frame to its acknowledgement; of messages at a pace. */
  toAck?: Spread | undefined;
  /** Answered after more than 2 s. */
  over: number;
  /** Without effect: answered with 正在处理, or on a page that was gone. */
  failed: number;
  /** Milliseconds of processor for one event, which other work on the machine hardly changes. */
  botMs: number;
  databaseMs: number;
  /** Of the bot for one event, everything that follows from it included. */
  statements: number;
  roundTrips: number;
  /** Resident memory of the largest bot, after the load. */
  megabytes: number;
}

/** What was done, and how long each took. */
export interface Work {
  times: readonly number[];
  failed: number;
  toAck?: Spread;
}

/** DingTalk waits so long for a press's answer. */
const LATE_MS = 2_000;

export async function measured(
  place: Place,
  { name, perSecond }: { name: string; perSecond?: number },
  work: () => Promise<Work>,
): Promise<TurnFigure> {
  await place.client.idle();
  await place.profiling?.profiler.start();
  const before = await usedIn(place);
  const { times, failed, toAck } = await work();
  await place.client.idle();
  const after = await usedIn(place);
  const events = times.length;
  if (place.profiling) await tellProfile(place, `${name} ${perSecond ?? "one by one"}`, events);
  const each = (what: keyof typeof after): number => (after[what] - before[what]) / events;
  const memories = await Promise.all(place.bots.map(({ program }) => memoryOf(program.pid)));
  return {
    ...{ name, perSecond, toAck, failed },
    times: spreadOf(times),
    over: times.filter((ms) => ms > LATE_MS).length,
    ...{ botMs: each("bot") * 1_000, databaseMs: each("database") * 1_000 },
    ...{ statements: each("statements"), roundTrips: each("roundTrips") },
    megabytes: Math.max(...memories.map((one) => one ?? Number.NaN)),
  };
}

async function usedIn({ bots, postmaster }: Place) {
  const times = await Promise.all(bots.map(({ program }) => processorTimeOf(program.pid)));
  const counts = await Promise.all(bots.map(databaseCounts));
  return {
    bot: sum(times),
    database: await processorTimeWithChildren(postmaster),
    statements: sum(counts.map(({ statements }) => statements)),
    roundTrips: sum(counts.map(({ roundTrips }) => roundTrips)),
  };
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

/** As the bot's metrics tell; its own question of them is one statement. NaN: a version that does not count. */
async function databaseCounts({ url }: Resident): Promise<{ statements: number; roundTrips: number }> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const read = (name: string): number =>
    Number(new RegExp(`^jiayuan_database_${name} (\\S+)`, "mu").exec(text)?.[1] ?? Number.NaN);
  return { statements: read("statements"), roundTrips: read("round_trips") };
}

const FILES_SHOWN = 40;
const STATEMENTS_SHOWN = 60;

/** Where the bot's time went, and the statements, both for one event. */
async function tellProfile({ profiling, database }: Place, name: string, events: number): Promise<void> {
  if (!profiling) return;
  const times = timesByFile(await profiling.profiler.stop(join(profiling.folder, `${name}.cpuprofile`)));
  for (const [place, ms] of times.slice(0, FILES_SHOWN)) console.error(`${(ms / events).toFixed(3)} ms ${place}`);
  const { rows } = await database.query<{ query: string; calls: number; ms: number }>(
    `select left(regexp_replace(query, '\\s+', ' ', 'g'), 150) as query, calls::int, total_exec_time as ms
     from pg_stat_statements order by calls desc limit ${STATEMENTS_SHOWN}`,
  );
  for (const { query, calls, ms } of rows)
    console.error(`${(calls / events).toFixed(2)} × ${(ms / calls).toFixed(3)} ms ${query}`);
  await database.query("select pg_stat_statements_reset()");
}

/** For a terminal. */
export function figureLine(figure: TurnFigure): string {
  const { name, perSecond, times, toAck, over, failed, botMs, databaseMs, statements, roundTrips, megabytes } = figure;
  const pace = perSecond === undefined ? "one by one" : `${perSecond}/s`;
  const ack = toAck ? `acknowledged ${spreadWords(toAck)}, ` : "";
  return (
    `${name}, ${pace}: ${ack}${spreadWords(times)}, max ${times.max.toFixed(0)} ms; of ${times.count}, ` +
    `${over} over 2 s, ${failed} without effect; bot ${botMs.toFixed(2)} ms, database ${databaseMs.toFixed(2)} ms, ` +
    `${statements.toFixed(1)} statements, ${roundTrips.toFixed(1)} round trips; ${megabytes.toFixed(0)} MB`
  );
}

export const spreadWords = ({ p50, p99 }: Spread): string => `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`;
