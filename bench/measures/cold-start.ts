import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { BOT_FLAGS } from "../../src/platform/processes/bot-flags.ts";
import { describeMachine, headLine, type Machine } from "../machine.ts";
import { median } from "../percentiles.ts";
import { memoryOf, processorTimeOf, startProgram } from "../program.ts";
import { startResident } from "../resident.ts";
import { openTown, type Town } from "../town.ts";

/** Milliseconds from the start of the bot's process, medians. */
export interface ColdStart {
  rounds: number;
  fresh: Start;
  existing: Start;
}

export interface Start {
  connected: number;
  ready: number;
  /** Of the bot alone, when it is ready: milliseconds of processor, resident MB. */
  processor: number;
  megabytes: number;
}

/** Starts the bot in turn on a folder without a database and on the one it left when it was stopped. */
export async function coldStart(town: Town, dataDir: string, rounds: number): Promise<ColdStart> {
  const fresh: Start[] = [];
  const existing: Start[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await rm(dataDir, { recursive: true, force: true });
    for (const kind of [fresh, existing]) kind.push(await startOn(town, dataDir));
  }
  return { rounds, fresh: mediansOf(fresh), existing: mediansOf(existing) };
}

async function startOn(town: Town, dataDir: string): Promise<Start> {
  const resident = await startResident(town, dataDir);
  const { connectedAfter: connected, readyAfter: ready, program } = resident;
  const used = await usedBy(program.pid);
  await resident.end();
  return { connected, ready, ...used };
}

const usedBy = async (pid: number) => ({
  processor: (await processorTimeOf(pid)) * 1_000,
  megabytes: (await memoryOf(pid)) ?? Number.NaN,
});

const mediansOf = (starts: readonly Start[]): Start => ({
  connected: median(starts.map(({ connected }) => connected)),
  ready: median(starts.map(({ ready }) => ready)),
  processor: median(starts.map(({ processor }) => processor)),
  megabytes: median(starts.map(({ megabytes }) => megabytes)),
});

export interface Starts extends ColdStart {
  machine: Machine;
  /** The bot's modules loaded from their sources and nothing run: the least that a start without a bundle takes. */
  imports: Start;
  /** Node with a program that does nothing. */
  bare: Start;
}

const ROUNDS = 5;

/** A bot's starts on a database, without one, and the least that they can take, in turn. */
export async function measuresStarts(say: (line: string) => void): Promise<Starts> {
  const machine = describeMachine();
  const folder = await mkdtemp(join(tmpdir(), "jiayuan-bench-"));
  const town = await openTown(join(folder, "emulator"));
  try {
    say("once before, so that every start finds what is compiled kept");
    await coldStart(town, join(folder, "bot"), 1);
    say(`${ROUNDS} starts of each kind`);
    const starts = await coldStart(town, join(folder, "bot"), ROUNDS);
    const imports = await programsOf([...BOT_FLAGS, "bench/floors/imports.ts"], '{"ready":"imports"}');
    const bare = await programsOf(["--eval", "console.log('bare'); setTimeout(() => 0, 500)"], "bare");
    return { ...starts, imports, bare, machine: { ...machine, loadAfter: loadavg()[0] ?? 0 } };
  } finally {
    await town.program.end();
    await rm(folder, { recursive: true, force: true });
  }
}

async function programsOf(script: readonly string[], words: string): Promise<Start> {
  const starts: Start[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const program = startProgram(script, {});
    const { after } = await program.line(words);
    starts.push({ connected: after, ready: after, ...(await usedBy(program.pid)) });
    await program.end("SIGKILL");
  }
  return mediansOf(starts);
}

/** For a terminal. */
export function startsTable({ machine, rounds, fresh, existing, imports, bare }: Starts): string {
  const figures = ({ processor, megabytes }: Start) =>
    `${processor.toFixed(0)} ms of processor, ${megabytes.toFixed(0)} MB`;
  const whole = (name: string, start: Start, most: number) =>
    `${name}: connected after ${start.connected.toFixed(0)} ms, ready after ${start.ready.toFixed(0)} ms, ` +
    `${figures(start)}; ≤ ${most} ms ${start.connected <= most ? "met" : "MISSED"}`;
  const part = (name: string, start: Start) => `${name}: ${start.ready.toFixed(0)} ms, ${figures(start)}`;
  return [
    `${headLine(machine)}; medians of ${rounds}`,
    whole("existing database", existing, AIMS.existing),
    whole("new database", fresh, AIMS.fresh),
    part("floor: the bot's modules alone, from their sources", imports),
    part("floor: Node alone", bare),
  ].join("\n");
}

const AIMS = { existing: 1_500, fresh: 2_500 };
