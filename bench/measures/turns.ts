import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { type EmulatorClient, emulatorClient } from "dingtalk-emulator/client/client.ts";
import type { CardAnswer } from "dingtalk-emulator/client/use-card.ts";
import type { CardReading } from "dingtalk-emulator/contract/card.ts";
import pg from "pg";
import { casesOf } from "../../demo/cases.ts";
import { shaoxing } from "../../demo/demonstration.ts";
import { districtByCards } from "../../demo/district-by-cards.ts";
import { persistent } from "../../demo/persistent.ts";
import { startEmbeddedServer } from "../../src/platform/storage/embedded/embedded-server.ts";
import { readPostmaster } from "../../src/platform/storage/embedded/postmaster.ts";
import { writeLargeCampaign } from "../large-campaign.ts";
import { describeMachine, type Machine } from "../machine.ts";
import { atPace } from "../pace.ts";
import { type Spread, spreadOf } from "../percentiles.ts";
import { openProfiler, type Profiler, timesByFile } from "../profile.ts";
import { memoryOf, processorTimeOf, processorTimeWithChildren } from "../program.ts";
import { abandon, type Resident, startResident } from "../resident.ts";
import { openTown, type Town } from "../town.ts";

export interface TurnSettings {
  districts: number;
  /** Of each load. */
  seconds: number;
  /** Loads of presses, a second. */
  presses: readonly number[];
  /** Folder for a profile of the bot under each load. */
  profiles?: string | undefined;
}

/** What one kind of event cost and how long it took. */
export interface TurnFigure {
  name: string;
  /** Undefined: one after the other. */
  perSecond: number | undefined;
  times: Spread;
  /** Answered later than DingTalk waits, or with 正在处理. */
  late: number;
  /** Milliseconds of processor for one event, which other work on the machine hardly changes. */
  botMs: number;
  databaseMs: number;
  /** Statements of the bot for one event, everything that follows from it included. */
  statements: number;
}

export interface Turns {
  machine: Machine;
  settings: TurnSettings;
  figures: TurnFigure[];
  botMegabytes: number | undefined;
}

/** In stage two, when districts score. */
const NOW = "2023-09-05T10:00:00+08:00";
const RAISED_LIMIT = 20_000;
const LATE_MS = 2_000;
const AT_ONCE = 4;
/** Presses and messages one after the other. */
const ROUNDS = 200;

interface Place {
  client: EmulatorClient;
  database: pg.Client;
  bot: number;
  postmaster: number;
  profiling: { profiler: Profiler; folder: string } | undefined;
}

/** Clerks of many districts save pages of 初评 and ask, one after the other and all at a pace. */
export async function measuresTurns(settings: TurnSettings, say: (line: string) => void): Promise<Turns> {
  const machine = describeMachine();
  const folder = await mkdtemp(join(tmpdir(), "jiayuan-bench-"));
  const campaign = join(folder, "campaign");
  const { clerks, seed } = await writeLargeCampaign(campaign, settings.districts);
  const town = await openTown(join(folder, "emulator"), NOW, { CAMPAIGN: campaign, EMULATOR_SEED: seed });
  await town.settings({ callsPerSecond: RAISED_LIMIT });
  const dataDir = join(folder, "bot");
  await countsStatements(town, dataDir);
  const { profiles } = settings;
  const resident = await startResident(town, dataDir, RAISED_LIMIT, profiles === undefined ? [] : ["--inspect=0"]);
  const { url } = await startEmbeddedServer(dataDir);
  const database = new pg.Client(url);
  await database.connect();
  await database.query("create extension if not exists pg_stat_statements");
  try {
    const client = emulatorClient(town.url, { idleMs: 120_000 });
    await client.idle();
    say(`${clerks.length} clerks of ${settings.districts} districts apply and open 初评`);
    await openReviews(client, clerks);
    const postmaster = (await readPostmaster(join(dataDir, "postgres")))?.pid ?? 0;
    const profiling = profiles === undefined ? undefined : await profilingOf(resident, profiles);
    const place = { client, database, bot: resident.program.pid, postmaster, profiling };
    const figures: TurnFigure[] = [];
    const add = (figure: TurnFigure) => {
      figures.push(figure);
      say(figureLine(figure));
    };
    const press = (at: number) => savesPage(client, clerks[at % clerks.length] ?? "");
    const typed = (words: string) => (at: number) => says(client, clerks[at % clerks.length] ?? "", words);
    add(await oneByOne(place, "帮助", typed("帮助")));
    add(await oneByOne(place, "进度", typed("进度")));
    add(await oneByOne(place, "a typed point of 初评", (at) => typed(`1-1 ${at % 2 === 0 ? "1" : "0.5"}`)(at)));
    add(await oneByOne(place, "页 of 初评", press));
    for (const perSecond of settings.presses)
      add(await atAPace(place, "页 of 初评", { perSecond, seconds: settings.seconds }, press));
    return {
      machine: { ...machine, loadAfter: loadavg()[0] ?? 0 },
      settings,
      figures,
      botMegabytes: await memoryOf(resident.program.pid),
    };
  } finally {
    await database.end();
    await abandon(resident, dataDir);
    await town.program.end();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Has the database count its statements, which it does from its next start. */
async function countsStatements(town: Town, dataDir: string): Promise<void> {
  const resident = await startResident(town, dataDir);
  const database = new pg.Client((await startEmbeddedServer(dataDir)).url);
  await database.connect();
  await database.query("alter system set shared_preload_libraries = 'pg_stat_statements'");
  await database.end();
  await resident.end();
}

async function openReviews(client: EmulatorClient, clerks: readonly string[]): Promise<void> {
  const [made] = casesOf(shaoxing().definition);
  if (!made) throw new Error("the demonstration has a case");
  const waiting = [...clerks];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let clerk = waiting.shift(); clerk; clerk = waiting.shift()) {
        const person = persistent(client, clerk);
        const name = `${clerk}小区`;
        await districtByCards(person).applies({ ...made, name, answers: { ...made.answers, 小区名称: name } });
        await person.says(`初评 ${name}`);
      }
    }),
  );
}

type Form = CardReading["forms"][number];

/** The open page is saved with points; the card's answer is its next page, or after the last the first again. */
async function savesPage(client: EmulatorClient, clerk: string): Promise<boolean> {
  const person = client.as(clerk);
  const withForm = await person.latestCard(({ forms }) => forms.some(({ formId }) => formId.startsWith("preliminary")));
  const form = withForm?.forms[0];
  if (!withForm || !form) throw new Error(`${clerk} has no open page of 初评`);
  const values = Object.fromEntries(form.fields.flatMap((field) => pointsFor(field)));
  const began = performance.now();
  const press = { outTrackId: withForm.outTrackId, formId: form.formId, values };
  // The page is not there any more where the clerk's press before this one was answered meanwhile.
  const answer = await client.call<CardAnswer>(`/users/${clerk}/submit`, press).catch(() => undefined);
  took.push(performance.now() - began);
  return answer?.accepted === true && answer.toast?.includes("正在处理") !== true;
}

/** Of the presses or messages of the running load. */
let took: number[] = [];

function pointsFor(field: Form["fields"][number]): [string, unknown][] {
  if (field.name.endsWith("reason") || !/^\d+-\d+$/u.test(field.name)) return [];
  return [[field.name, Math.random() < 0.5 ? 1 : 0.5]];
}

async function says(client: EmulatorClient, clerk: string, text: string): Promise<boolean> {
  const began = performance.now();
  await client.call(`/users/${clerk}/say`, { text });
  await client.idle();
  took.push(performance.now() - began);
  return true;
}

async function oneByOne(place: Place, name: string, act: (at: number) => Promise<boolean>): Promise<TurnFigure> {
  return measured(place, { name, perSecond: undefined }, async () => {
    let failed = 0;
    for (let at = 0; at < ROUNDS; at++) if (!(await act(at))) failed++;
    return { events: ROUNDS, failed };
  });
}

async function atAPace(
  place: Place,
  name: string,
  pace: { perSecond: number; seconds: number },
  act: (at: number) => Promise<boolean>,
): Promise<TurnFigure> {
  return measured(place, { name, perSecond: pace.perSecond }, async () => {
    let failed = 0;
    await atPace(pace, async (at) => void ((await act(at)) || failed++));
    return { events: Math.round(pace.perSecond * pace.seconds), failed };
  });
}

async function measured(
  place: Place,
  named: Pick<TurnFigure, "name" | "perSecond">,
  work: () => Promise<{ events: number; failed: number }>,
): Promise<TurnFigure> {
  await place.client.idle();
  took = [];
  await place.profiling?.profiler.start();
  const before = await usedIn(place);
  const { events, failed } = await work();
  await place.client.idle();
  const after = await usedIn(place);
  if (place.profiling) await tellProfile(place, named, events);
  const each = (used: number, usedBefore: number, unit = 1): number => ((used - usedBefore) * unit) / events;
  return {
    ...named,
    times: spreadOf(took),
    late: Math.max(failed, took.filter((ms) => ms > LATE_MS).length),
    botMs: each(after.bot, before.bot, 1_000),
    databaseMs: each(after.database, before.database, 1_000),
    statements: each(after.statements, before.statements),
  };
}

async function profilingOf({ program }: Resident, folder: string): Promise<Place["profiling"]> {
  const { text } = await program.line("Debugger listening on ws://");
  await mkdir(folder, { recursive: true });
  return { profiler: await openProfiler(text.slice(text.indexOf("ws://"))), folder };
}

const FILES_SHOWN = 40;
const STATEMENTS_SHOWN = 60;

/** Where the bot's time went, and the statements, both for one event. */
async function tellProfile(
  { profiling, database }: Place,
  { name, perSecond }: Pick<TurnFigure, "name" | "perSecond">,
  events: number,
): Promise<void> {
  if (!profiling) return;
  const file = join(profiling.folder, `${name} ${perSecond ?? "one by one"}.cpuprofile`);
  const times = timesByFile(await profiling.profiler.stop(file));
  for (const [place, ms] of times.slice(0, FILES_SHOWN)) console.error(`${(ms / events).toFixed(3)} ms ${place}`);
  const { rows } = await database.query<{ query: string; calls: number; ms: number }>(
    `select left(regexp_replace(query, '\\s+', ' ', 'g'), 150) as query, calls::int, total_exec_time as ms
     from pg_stat_statements order by calls desc limit ${STATEMENTS_SHOWN}`,
  );
  for (const { query, calls, ms } of rows)
    console.error(`${(calls / events).toFixed(2)} × ${(ms / calls).toFixed(3)} ms ${query}`);
  await database.query("select pg_stat_statements_reset()");
}

async function usedIn({ bot, postmaster, database }: Place) {
  const { rows } = await database.query("select sum(calls)::int as calls from pg_stat_statements");
  return {
    bot: await processorTimeOf(bot),
    database: await processorTimeWithChildren(postmaster),
    statements: Number(rows[0]?.calls ?? 0),
  };
}

/** For a terminal. */
export const figureLine = ({ name, perSecond, times, late, botMs, databaseMs, statements }: TurnFigure): string =>
  `${name}${perSecond === undefined ? ", one by one" : ` at ${perSecond}/s`}: ` +
  `p50 ${times.p50.toFixed(1)} ms, p99 ${times.p99.toFixed(1)} ms, max ${times.max.toFixed(0)} ms, ${late} late; ` +
  `bot ${botMs.toFixed(2)} ms, database ${databaseMs.toFixed(2)} ms, ${statements.toFixed(1)} statements`;

export function turnsTable({ machine, settings, figures, botMegabytes }: Turns): string {
  const { processors, model, loadBefore, loadAfter = Number.NaN } = machine;
  return [
    `${processors} × ${model}, load average before ${loadBefore.toFixed(2)}, after ${loadAfter.toFixed(2)}; ${settings.districts} districts`,
    ...figures.map(figureLine),
    `memory of the bot at the end: ${botMegabytes?.toFixed(0) ?? "?"} MB`,
  ].join("\n");
}
