import type { Spread } from "./percentiles.ts";
import type { BenchResult } from "./run.ts";

/** One figure with what it is compared with. */
export interface Line {
  what: string;
  value: number;
  unit: string;
  /** The floor of the same run and how many times it this is. */
  floor?: { name: string; value: number; ratio: number };
  aim?: { most: number; met: boolean };
}

const AIMS = {
  /** reliability D, P3: the aim there is for 500 events a second. */
  ackP99: 20,
  /** reliability D, P10 */
  callP99: 300,
  coldStart: 3_000,
  memory: 250,
};

export function linesOf(result: BenchResult): Line[] {
  const { floors, acknowledging, answering, answeringFast, coldStart, emulatorMegabytes } = result;
  const durable = { name: "ws + one raw insert", spread: floors.stream.pacedDurableAck };
  const at = (load: { pace: { perSecond: number } }) => `${load.pace.perSecond}/s`;
  return [
    ...spreadLines(`message to acknowledgement, ${at(acknowledging)}`, acknowledging.toAck, durable, AIMS.ackP99),
    ...spreadLines(`message to first call, ${at(answering)}, own limit`, answering.toCall, durable, AIMS.callP99),
    ...spreadLines(`message to first call, ${at(answeringFast)}, raised`, answeringFast.toCall, durable, AIMS.callP99),
    ...spreadLines(`… its acknowledgements`, answeringFast.toAck, durable, AIMS.ackP99),
    line("cold start, new database: ready", coldStart.fresh.ready, "ms", AIMS.coldStart),
    line("cold start, new database: connected", coldStart.fresh.connected, "ms"),
    line("cold start, old database: ready", coldStart.existing.ready, "ms", AIMS.coldStart),
    line("cold start, old database: connected", coldStart.existing.connected, "ms"),
    line(`memory of the bot after ${at(acknowledging)}`, acknowledging.botMegabytes, "MB", AIMS.memory),
    line(`memory of the bot after ${at(answeringFast)}, raised`, answeringFast.botMegabytes, "MB", AIMS.memory),
    line("memory of the emulator at the end", emulatorMegabytes, "MB"),
  ];
}

const line = (what: string, value: number | undefined, unit: string, most?: number): Line => ({
  what,
  value: value ?? Number.NaN,
  unit,
  ...(most === undefined ? {} : { aim: { most, met: value !== undefined && value <= most } }),
});

function spreadLines(what: string, spread: Spread, floor: { name: string; spread: Spread }, p99Aim: number): Line[] {
  const against = (value: number, least: number) => ({ name: floor.name, value: least, ratio: value / least });
  return [
    { ...line(`${what}: p50`, spread.p50, "ms"), floor: against(spread.p50, floor.spread.p50) },
    { ...line(`${what}: p99`, spread.p99, "ms", p99Aim), floor: against(spread.p99, floor.spread.p99) },
    line(`${what}: max`, spread.max, "ms"),
  ];
}

/** The whole result for a terminal. */
export function tableOf(result: BenchResult): string {
  return [...headOf(result), "", ...floorsOf(result), "", ...figuresOf(linesOf(result)), "", ...notesOf(result)].join(
    "\n",
  );
}

function headOf({ machine, settings, at }: BenchResult): string[] {
  const { processors, model, memoryGigabytes, system, node, versions, loadBefore, loadAfter } = machine;
  const packages = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    `${at}, ${settings.seconds} s at ${settings.perSecond}/s`,
    `${processors} × ${model}, ${memoryGigabytes} GB, ${system}, node ${node}`,
    packages.join(", "),
    `load average before ${loadBefore.toFixed(2)}, after ${(loadAfter ?? 0).toFixed(2)}`,
  ];
}

function floorsOf({ floors: { stream, database } }: BenchResult): string[] {
  const rate = (what: string, perSecond: number) =>
    `${what.padEnd(58)}${Math.round(perSecond).toString().padStart(9)} /s`;
  const paced = (what: string, { p50, p99 }: Spread) => `${what.padEnd(58)}${figure(p50)} p50${figure(p99)} p99 ms`;
  return [
    "FLOORS",
    ...stream.echo.map(({ inFlight, perSecond }) => rate(`ws echo, ${inFlight} in flight`, perSecond)),
    ...stream.ack.map(({ inFlight, perSecond }) => rate(`ws parse + ack, ${inFlight} in flight`, perSecond)),
    ...database.map(({ name, connections, perSecond }) => rate(`PostgreSQL, ${name}, ${connections} conn.`, perSecond)),
    paced("ws parse + ack at the load's pace", stream.pacedAck),
    paced("ws parse + one raw insert + ack at the load's pace", stream.pacedDurableAck),
  ];
}

const figure = (value: number): string => (value < 100 ? value.toFixed(2) : value.toFixed(0)).padStart(9);

function figuresOf(lines: readonly Line[]): string[] {
  return [
    `${"THE BOT".padEnd(58)}${"value".padStart(9)}      ${"× floor".padStart(9)}   aim`,
    ...lines.map(({ what, value, unit, floor, aim }) => {
      const ratio = floor === undefined ? "".padStart(9) : `${floor.ratio.toFixed(1)}`.padStart(9);
      const judged = aim === undefined ? "" : `≤ ${aim.most} ${unit} ${aim.met ? "met" : "MISSED"}`;
      return `${what.padEnd(58)}${figure(value)} ${unit.padEnd(4)} ${ratio}   ${judged}`.trimEnd();
    }),
  ];
}

function notesOf({ acknowledging, answering, answeringFast }: BenchResult): string[] {
  const loads = { acknowledging, answering, "answering, raised": answeringFast };
  return [
    "NOTES",
    ...Object.entries(loads).map(
      ([name, { pushed, toAck, toCall, failedCalls, lateness, botProcessor }]) =>
        `${name}: ${pushed} pushed, ${toAck.count} acknowledged, ${toCall.count} answered, ${failedCalls} calls not taken; ` +
        `bot used ${botProcessor.toFixed(2)} processors; load late by p99 ${lateness.p99.toFixed(1)} ms`,
    ),
    "raised: the bot's limiter and the emulator's throttle stand far above the platform's 20 calls a second.",
    "While messages are only acknowledged, answers wait for the 20 calls a second; they are left unsent at the end.",
  ];
}
