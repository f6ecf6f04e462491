import type { Spread } from "../percentiles.ts";
import { CLIENTS } from "./browser.ts";
import { GROUPS, MESSAGES, PEOPLE } from "./crowd.ts";
import type { PageBenchResult, Scrolling } from "./run.ts";

/** One figure beside its floor and its aim. */
export interface PageLine {
  what: string;
  value: number;
  unit: string;
  floor?: number;
  aim?: { most: number; met: boolean };
}

const AIMS = { delay: 100, emulator: 300 };

export function pageLinesOf({ page, floor, emulatorMegabytes }: PageBenchResult): PageLine[] {
  const { typing, scrolling, switching, weight } = page;
  return [
    line("until usable, median", page.usableMs, "ms"),
    ...delayLines("typing, key to paint", typing, floor.typing),
    ...scrollLines(scrolling, floor.scrolling),
    line("to another chat: p50", switching.p50, "ms"),
    withAim(line("to another chat: p99", switching.p99, "ms"), AIMS.delay),
    line("page's heap", weight.heapMegabytes, "MB"),
    line("page's elements", weight.elements, ""),
    line("emulator's memory, filled", emulatorMegabytes.filled ?? Number.NaN, "MB"),
    withAim(line("emulator's memory, after", emulatorMegabytes.after ?? Number.NaN, "MB"), AIMS.emulator),
  ];
}

const line = (what: string, value: number, unit: string, floor?: number): PageLine => ({
  what,
  value,
  unit,
  ...(floor === undefined ? {} : { floor }),
});

const withAim = (one: PageLine, most: number): PageLine => ({ ...one, aim: { most, met: one.value < most } });

const delayLines = (what: string, spread: Spread, floor: Spread): PageLine[] => [
  line(`${what}: p50`, spread.p50, "ms", floor.p50),
  withAim(line(`${what}: p99`, spread.p99, "ms", floor.p99), AIMS.delay),
];

const scrollLines = (page: Scrolling, floor: Scrolling): PageLine[] => [
  line("scrolling, frame: p50", page.frames.p50, "ms", floor.frames.p50),
  line("scrolling, frame: p99", page.frames.p99, "ms", floor.frames.p99),
  withAim(line("scrolling, longest frame of a pass", page.longest, "ms", floor.longest), AIMS.delay),
  line("scrolling, longest frame of all", page.frames.max, "ms", floor.frames.max),
  ...page.over.map(({ ms, share }, place) =>
    line(`scrolling, frames over ${ms} ms`, share * 100, "%", (floor.over[place]?.share ?? 0) * 100),
  ),
];

/** The whole result for a terminal. */
export function pageTableOf(result: PageBenchResult): string {
  const { at, machine, page } = result;
  return [
    `${at}, ${PEOPLE} people, ${GROUPS} groups, ${MESSAGES} messages, ${CLIENTS} clients side by side`,
    `${machine.processors} × ${machine.model}, ${machine.memoryGigabytes} GB, ${machine.system}, node ${machine.node}`,
    `load average before ${machine.loadBefore.toFixed(2)}, after ${(machine.loadAfter ?? 0).toFixed(2)}`,
    "",
    `${"".padEnd(40)}${"value".padStart(10)}      ${"floor".padStart(10)}   aim`,
    ...pageLinesOf(result).map(rowOf),
    "",
    `while typing ${page.arriving.count} messages came into the open chat, ${page.arriving.perSecond} a second`,
    `scrolled ${Math.round(page.scrolling.pixels)} px in ${page.scrolling.frames.count} frames; floor: a text box and ${MESSAGES} paragraphs`,
  ].join("\n");
}

function rowOf({ what, value, unit, floor, aim }: PageLine): string {
  const judged = aim === undefined ? "" : `< ${aim.most} ${unit} ${aim.met ? "met" : "MISSED"}`;
  return `${what.padEnd(40)}${figure(value)} ${unit.padEnd(4)} ${floor === undefined ? "".padStart(10) : figure(floor)}   ${judged}`.trimEnd();
}

const figure = (value: number): string => (value < 100 ? value.toFixed(1) : value.toFixed(0)).padStart(10);
