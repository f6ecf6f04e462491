import { setTimeout as pause } from "node:timers/promises";
import { atPace, type Pace } from "../pace.ts";
import { type Spread, spreadOf } from "../percentiles.ts";
import { memoryOf, processorTimeOf } from "../program.ts";
import type { Resident } from "../resident.ts";
import type { Entry, Town } from "../town.ts";
import { journeyTimes } from "./journey-times.ts";

/** What happened while people talked at a steady pace. */
export interface LoadResult {
  pace: Pace;
  pushed: number;
  toAck: Spread;
  toCall: Spread;
  /** Milliseconds of each. */
  calls: readonly number[];
  failedCalls: number;
  /** How late the load itself was: large figures mean that the machine, not the bot, was the limit. */
  lateness: Spread;
  /** Share of one processor, over the load. */
  botProcessor: number;
  botMegabytes: number | undefined;
}

export interface LoadOptions {
  town: Town;
  resident: Resident;
  pace: Pace;
  /** Wait for the answers after the last message; without it what is still to be sent is left. */
  untilAnswered: boolean;
  /** Who speaks, in turn; else everybody. */
  people?: readonly string[];
  /** People who say something else meanwhile: their messages are not counted. */
  notOf?: readonly string[];
}

const WORDS = "帮助";
/** Rarely enough not to burden the emulator, often enough that no entry is dropped. */
const LOOK_MS = 100;
const ANSWERED_WITHIN_MS = 60_000;

/** People of the roster say something in turn; the times are read from the emulator's traffic. */
export async function underLoad({
  town,
  resident,
  pace,
  untilAnswered,
  notOf,
  people = town.people,
}: LoadOptions): Promise<LoadResult> {
  const watch = await watchTraffic(town, notOf);
  const busyBefore = await processorTimeOf(resident.program.pid);
  const beganAt = performance.now();
  const lateness = await atPace(pace, (index) => town.say(people[index % people.length] ?? "", WORDS));
  const busy = (await processorTimeOf(resident.program.pid)) - busyBefore;
  const took = (performance.now() - beganAt) / 1_000;
  await watch.until(
    ({ toAck, toCall, pushed }) => toAck.length === pushed && (!untilAnswered || toCall.length === pushed),
  );
  const { pushed, toAck, toCall, failedCalls } = journeyTimes(await watch.stop(), notOf);
  return {
    pace,
    pushed,
    toAck: spreadOf(toAck),
    toCall: spreadOf(toCall),
    calls: toCall,
    failedCalls,
    lateness: spreadOf(lateness),
    botProcessor: busy / took,
    botMegabytes: await memoryOf(resident.program.pid),
  };
}

async function watchTraffic(town: Town, notOf: readonly string[] = []) {
  let { last } = await town.traffic(Number.MAX_SAFE_INTEGER);
  const entries: Entry[] = [];
  let watching = true;
  const look = async () => {
    const news = await town.traffic(last);
    last = news.last;
    entries.push(...news.entries);
  };
  const looking = (async () => {
    while (watching) {
      await look();
      await pause(LOOK_MS);
    }
  })();
  return {
    async until(enough: (times: ReturnType<typeof journeyTimes>) => boolean) {
      const until = performance.now() + ANSWERED_WITHIN_MS;
      while (!enough(journeyTimes(entries, notOf)) && performance.now() < until) await pause(LOOK_MS * 5);
    },
    async stop() {
      watching = false;
      await looking;
      return entries;
    },
  };
}
