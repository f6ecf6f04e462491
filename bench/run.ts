import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedServer } from "../src/platform/storage/embedded/embedded-server.ts";
import { type DatabaseFloor, databaseFloors } from "./floors/database.ts";
import { type StreamFloors, streamFloors } from "./floors/stream.ts";
import { describeMachine, type Machine } from "./machine.ts";
import { type ColdStart, coldStart } from "./measures/cold-start.ts";
import { type LoadResult, underLoad } from "./measures/load.ts";
import type { Pace } from "./pace.ts";
import { memoryOf } from "./program.ts";
import { abandon, startResident } from "./resident.ts";
import { openTown, type Town } from "./town.ts";

export interface BenchSettings {
  /** Length of the acknowledgement load; the others are shorter in proportion. */
  seconds: number;
  perSecond: number;
}

export interface BenchResult {
  at: string;
  settings: BenchSettings;
  machine: Machine;
  floors: { stream: StreamFloors; database: readonly DatabaseFloor[] };
  coldStart: ColdStart;
  /** Message in, acknowledgement out, at the bot's own limit of calls. */
  acknowledging: LoadResult;
  /** Message in, first call out, at the bot's own limit. */
  answering: LoadResult;
  /** The same with the limits of bot and emulator raised. */
  answeringFast: LoadResult;
  emulatorMegabytes: number | undefined;
}

const ROUNDS = 5;
const GENTLE_PER_SECOND = 15;
/** Far above every pace: the limiter still books its slots, but nobody waits for one. */
const RAISED_LIMIT = 20_000;

/** Everything in one run: floors, then the bot between emulator and database, each in a process of its own. */
export async function runBench(settings: BenchSettings, say: (line: string) => void): Promise<BenchResult> {
  const machine = describeMachine();
  const folder = await mkdtemp(join(tmpdir(), "jiayuan-bench-"));
  const town = await openTown(join(folder, "emulator"));
  try {
    say("cold starts");
    const starts = await coldStart(town, join(folder, "cold"), roundsFor(settings));
    const own = await atOwnLimit({ town, dataDir: join(folder, "own"), settings, say });
    const answeringFast = await atRaisedLimit({ town, dataDir: join(folder, "raised"), settings, say });
    return {
      at: new Date().toISOString(),
      settings,
      machine: { ...machine, loadAfter: loadavg()[0] ?? 0 },
      coldStart: starts,
      ...own,
      answeringFast,
      emulatorMegabytes: await memoryOf(town.program.pid),
    };
  } finally {
    await town.program.end();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Stage {
  town: Town;
  dataDir: string;
  settings: BenchSettings;
  say(line: string): void;
}

const roundsFor = ({ seconds }: BenchSettings): number => (seconds >= 30 ? ROUNDS : 3);
const shorter = ({ seconds }: BenchSettings): number => Math.max(5, seconds / 2);

async function atOwnLimit({ town, dataDir, settings, say }: Stage) {
  const resident = await startResident(town, dataDir);
  const { url } = await startEmbeddedServer(dataDir);
  const rounds = { rounds: roundsFor(settings), roundMs: settings.seconds >= 30 ? 1_000 : 400 };
  const pace: Pace = { perSecond: settings.perSecond, seconds: Math.min(10, settings.seconds) };
  say("floor: PostgreSQL");
  const database = await databaseFloors(url, rounds);
  say("floor: WebSocket");
  const stream = await streamFloors({ databaseUrl: url, ...rounds, pace });
  await warmUp(town, resident);
  say(`message to first call at ${GENTLE_PER_SECOND}/s`);
  const gentle = { perSecond: GENTLE_PER_SECOND, seconds: shorter(settings) };
  const answering = await underLoad({ town, resident, pace: gentle, untilAnswered: true });
  say(`message to acknowledgement at ${settings.perSecond}/s`);
  const acknowledging = await underLoad({ town, resident, pace: settings, untilAnswered: false });
  await abandon(resident, dataDir);
  return { floors: { database, stream }, answering, acknowledging };
}

async function atRaisedLimit({ town, dataDir, settings, say }: Stage): Promise<LoadResult> {
  await town.settings({ callsPerSecond: RAISED_LIMIT });
  const resident = await startResident(town, dataDir, { callsPerSecond: RAISED_LIMIT });
  await warmUp(town, resident);
  say(`message to first call at ${settings.perSecond}/s, limits raised`);
  const pace = { perSecond: settings.perSecond, seconds: shorter(settings) };
  const result = await underLoad({ town, resident, pace, untilAnswered: true });
  await abandon(resident, dataDir);
  return result;
}

/** Code and connections are as in a bot that has run for a while. */
const warmUp = (town: Town, resident: Parameters<typeof underLoad>[0]["resident"]): Promise<LoadResult> =>
  underLoad({ town, resident, pace: { perSecond: 15, seconds: 4 }, untilAnswered: true });
