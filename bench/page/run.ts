import { loadavg } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { z } from "zod";
import { EMULATOR_FLAGS } from "../../src/platform/processes/emulator-flags.ts";
import { describeMachine, type Machine } from "../machine.ts";
import { median, type Spread, spreadOf } from "../percentiles.ts";
import { memoryOf, startProgram } from "../program.ts";
import { CLIENTS, openBrowser, openPage, openPlainPage } from "./browser.ts";
import { MESSAGES, othersIn } from "./crowd.ts";
import { fillChats, LONG_GROUP, type Say, wordsOf } from "./fill.ts";
import {
  type PageWeight,
  type Scrolled,
  scrollThrough,
  switchTimes,
  timeUntilUsable,
  typingDelays,
  weightOf,
} from "./probes.ts";
import { openRobot } from "./robot.ts";

export interface Scrolling {
  frames: Spread;
  /** Milliseconds of the longest frame of a pass, in the middle of all passes: one hiccup of the machine is not the page's. */
  longest: number;
  /** Shares of frames longer than so many milliseconds. */
  over: { ms: number; share: number }[];
  pixels: number;
}

export interface Handling {
  typing: Spread;
  scrolling: Scrolling;
}

export interface PageBenchResult {
  at: string;
  machine: Machine;
  floor: Handling;
  page: Handling & {
    usableMs: number;
    switching: Spread;
    weight: PageWeight;
    arriving: { perSecond: number; count: number };
  };
  emulatorMegabytes: { filled: number | undefined; after: number | undefined };
}

const ROUNDS = 5;
const PASSES = 3;
/** A browser whose drawing process died answers nothing any more; no pass takes as long. */
const PASS_MS = 120_000;
const SWITCHES = 24;
const ARRIVING_PER_SECOND = 5;
const readySchema = z.object({ url: z.string() });

/** The emulator's page with a large organisation in it, and in the same run the least any page must spend. */
export async function runPageBench(say: (line: string) => void): Promise<PageBenchResult> {
  const machine = describeMachine();
  const program = startProgram([...EMULATOR_FLAGS, "bench/page/emulator.ts"], {});
  const browser = await openBrowser();
  try {
    const { url } = readySchema.parse(JSON.parse((await program.line('{"ready":"emulator"')).text));
    const speak = speaking(url);
    say(`writing ${MESSAGES} messages`);
    await post(`${url}/_emulator/settings`, { callsPerSecond: 20_000 });
    await fillChats(await openRobot(url), speak);
    const filled = await memoryOf(program.pid);
    say("floor: a plain page");
    const floor = await plainHandling(browser);
    say("the page");
    const page = await pageFigures(browser, url, speak);
    const emulatorMegabytes = { filled, after: await memoryOf(program.pid) };
    const after = { ...machine, loadAfter: loadavg()[0] ?? 0 };
    return { at: new Date().toISOString(), machine: after, floor, page, emulatorMegabytes };
  } finally {
    await browser.close();
    await program.end();
  }
}

async function plainHandling(browser: Browser): Promise<Handling> {
  const page = await openPlainPage(
    browser,
    Array.from({ length: MESSAGES }, (_, nth) => wordsOf(nth)),
  );
  const handling = { typing: spreadOf(await typingDelays(page)), scrolling: await scrollingOf(page) };
  await page.context().close();
  return handling;
}

async function pageFigures(browser: Browser, url: string, speak: Say): Promise<PageBenchResult["page"]> {
  const usable: number[] = [];
  for (let round = 1; round < ROUNDS; round++) {
    const page = await openPage(browser, url);
    usable.push(await timeUntilUsable(page, CLIENTS));
    await page.context().close();
  }
  const page = await openPage(browser, url);
  usable.push(await timeUntilUsable(page, CLIENTS));
  await page.waitForLoadState("networkidle").catch(() => undefined);
  const arrival = beginArriving(speak);
  const typing = spreadOf(await typingDelays(page));
  const count = await arrival.stop();
  const scrolling = await scrollingOf(page);
  const switching = spreadOf(await switchTimes(page, SWITCHES));
  const weight = await weightOf(page);
  const arriving = { perSecond: ARRIVING_PER_SECOND, count };
  return { usableMs: median(usable), typing, scrolling, switching, weight, arriving };
}

async function scrollingOf(page: Page): Promise<Scrolling> {
  const passes: Scrolled[] = [];
  for (let pass = 0; pass < PASSES; pass++) passes.push(await inTime(scrollThrough(page)));
  const frames = passes.flatMap((pass) => pass.frames);
  const shareOver = (ms: number) => frames.filter((one) => one > ms).length / frames.length;
  return {
    frames: spreadOf(frames),
    longest: median(passes.map((pass) => Math.max(...pass.frames))),
    over: [17, 50, 100].map((ms) => ({ ms, share: shareOver(ms) })),
    pixels: passes.reduce((sum, { pixels }) => sum + pixels, 0),
  };
}

function inTime<Result>(work: Promise<Result>): Promise<Result> {
  const late = new Promise<never>((_, fail) => {
    setTimeout(() => fail(new Error("the browser draws no more")), PASS_MS).unref();
  });
  return Promise.race([work, late]);
}

/** People go on talking in the open group while somebody types. */
function beginArriving(speak: Say): { stop(): Promise<number> } {
  const others = othersIn(0);
  let count = 0;
  let going = true;
  const talking = (async () => {
    while (going) {
      await speak(others[count % others.length] ?? "", LONG_GROUP, wordsOf(count));
      count += 1;
      await pause(1_000 / ARRIVING_PER_SECOND);
    }
  })();
  return {
    stop: async () => {
      going = false;
      await talking;
      return count;
    },
  };
}

const speaking =
  (url: string): Say =>
  async (userId, conversationId, text) => {
    const chat = conversationId === undefined ? {} : { conversationId };
    await post(`${url}/_emulator/users/${userId}/say`, { ...chat, text, at: conversationId === undefined });
  };

async function post(address: string, body: object): Promise<void> {
  const headers = { "content-type": "application/json" };
  const reply = await fetch(address, { method: "POST", headers, body: JSON.stringify(body) });
  if (!reply.ok) throw new Error(`${address}: ${reply.status} ${await reply.text()}`);
}
