import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type EmulatorClient, emulatorClient } from "dingtalk-emulator/client/client.ts";
import pg from "pg";
import { playTo, scenesOf } from "../../demo/play.ts";
import { startEmbeddedServer } from "../../src/platform/storage/embedded/embedded-server.ts";
import { readPostmaster } from "../../src/platform/storage/embedded/postmaster.ts";
import { shanghaiIso } from "../../src/shared/civil-date.ts";
import { describeMachine, type Machine } from "../machine.ts";
import { type Spread, spreadOf } from "../percentiles.ts";
import { processorTimeOf, processorTimeWithChildren } from "../program.ts";
import { abandon, startResident } from "../resident.ts";
import { openTown, type Town } from "../town.ts";
import { timeToAnswer } from "./journey-times.ts";

export interface LookingBack {
  machine: Machine;
  /** In the journal, as it was played and as it was measured; of how many no single case is named. */
  played: number;
  entries: number;
  ofNoCase: number;
  /** From the message to the call that answers it, in milliseconds. */
  asPlayed: Spread;
  grown: Spread;
  /** 帮助 in the same way, and the entries of the case alone, read and parsed. */
  help: Spread;
  reading: Spread;
  /** Of a look and of 帮助 in the grown journal, in milliseconds: it does not depend on who else uses the machine. */
  processor: { look: Processor; help: Processor };
}

/** Of the bot and of its database. */
interface Processor {
  bot: number;
  database: number;
}

/** Six districts have applied, reviewed and reported. */
const TO = "2023-09-28T09:00:00+08:00";
const LOOKS = 200;
const RAISED_LIMIT = 200;
const ASKS = "maxiaohan";

/** A played campaign whose journal is grown to so many entries, and an organizer who looks back at random moments. */
export async function looksBack(entries: number, say: (line: string) => void): Promise<LookingBack> {
  const machine = describeMachine();
  const folder = await mkdtemp(join(tmpdir(), "jiayuan-bench-"));
  const town = await openTown(join(folder, "emulator"), "2023-08-09T09:00:00+08:00");
  await town.settings({ callsPerSecond: RAISED_LIMIT });
  const dataDir = join(folder, "bot");
  const resident = await startResident(town, dataDir, { callsPerSecond: RAISED_LIMIT });
  try {
    const client = emulatorClient(town.url, { idleMs: 60_000 });
    await client.idle();
    say("the campaign until 9月28日");
    await playTo(client, { scenes: scenesOf(client, "mixed"), to: TO });
    const { url } = await startEmbeddedServer(dataDir);
    const database = new pg.Client(url);
    await database.connect();
    const past = await pastIn(database);
    const played = await countIn(database);
    say(`${LOOKS} looks at ${played.all} entries`);
    const postmaster = (await readPostmaster(join(dataDir, "postgres")))?.pid ?? 0;
    const place = { town, client, bot: resident.program.pid, postmaster };
    const asPlayed = await timesOf(place, past);
    say(`growing the journal to ${entries} entries`);
    await grow(database, entries);
    await sealed(place, database);
    const grownTo = await countIn(database);
    say(`${LOOKS} looks at ${grownTo.all} entries`);
    const grown = await timesOf(place, past);
    const help = await timesOf(place, past, () => "帮助");
    const reading = await readingOf(database, past);
    await database.end();
    return {
      machine: { ...machine, loadAfter: loadavg()[0] ?? 0 },
      ...{ played: played.all, entries: grownTo.all, ofNoCase: grownTo.ofNoCase },
      ...{ asPlayed: asPlayed.times, grown: grown.times, help: help.times, reading },
      processor: { look: grown.processor, help: help.processor },
    };
  } finally {
    await abandon(resident, dataDir);
    await town.program.end();
    await rm(folder, { recursive: true, force: true });
  }
}

async function countIn(database: pg.Client): Promise<{ all: number; ofNoCase: number }> {
  const { rows } = await database.query(
    'select count(*)::int as "all", (count(*) filter (where case_id is null))::int as "ofNoCase" from journal_entry',
  );
  return rows[0];
}

/** A case and the campaign times between which it can be looked at. */
interface Past {
  id: string;
  name: string;
  from: number;
}

async function pastIn(database: pg.Client): Promise<Past[]> {
  const { rows } = await database.query(
    "select id, compound_name as name, submitted_at as since from application order by id",
  );
  return rows.map(({ id, name, since }) => ({ id, name, from: (since as Date).getTime() }));
}

/** Every case again and again under other ids, and what is of no case as often, as it was: the proportion stays. */
async function grow(database: pg.Client, entries: number): Promise<void> {
  const { all } = await countIn(database);
  for (let copy = 1; copy * all < entries; copy++)
    await database.query(
      `insert into journal_entry (campaign_id, at, recorded_at, actor, action, changes, reason, ruling, case_id, shape)
       select campaign_id, at, recorded_at, actor, action,
         case when case_id is null then changes
           else replace(changes::text, case_id, 'copy-${copy}-' || case_id)::jsonb end,
         reason, ruling, case when case_id is null then null else 'copy-${copy}-' || case_id end, shape
       from journal_entry where id <= $1 order by id`,
      [all],
    );
  await database.query("analyze journal_entry");
}

/** Sealing follows what the bot is asked; it is not what is measured. */
async function sealed({ town, client }: Place, database: pg.Client): Promise<void> {
  await town.say(ASKS, "帮助");
  await client.idle();
  for (;;) {
    const { rows } = await database.query("select exists (select 1 from journal_unsealed) as open");
    if (rows[0]?.open === false) return;
    await pause(500);
  }
}

interface Place {
  town: Town;
  client: EmulatorClient;
  /** Process ids. */
  bot: number;
  postmaster: number;
}

interface Timed {
  times: Spread;
  processor: Processor;
}

const asksOf = (past: readonly Past[]): string => {
  const one = past[Math.floor(Math.random() * past.length)];
  if (!one) throw new Error("nobody has applied");
  const at = new Date(one.from + Math.random() * (Date.parse(TO) - one.from) + 60_000);
  return `回看 ${shanghaiIso(at).slice(0, 16).replace("T", " ")} ${one.name}`;
};

/** One after the other, each answered before the next. */
async function timesOf(place: Place, past: readonly Past[], typed = () => asksOf(past)): Promise<Timed> {
  const { town, client } = place;
  const before = await usedBy(place);
  const times: number[] = [];
  for (let at = 0; at < LOOKS; at++) {
    const { last } = await town.traffic(Number.MAX_SAFE_INTEGER);
    await town.say(ASKS, typed());
    await client.idle();
    const { entries } = await town.traffic(last);
    times.push(timeToAnswer(entries) ?? Number.POSITIVE_INFINITY);
  }
  const after = await usedBy(place);
  const each = (used: (one: Processor) => number): number => ((used(after) - used(before)) * 1000) / LOOKS;
  return {
    times: spreadOf(times),
    processor: { bot: each(({ bot }) => bot), database: each(({ database }) => database) },
  };
}

const usedBy = async ({ bot, postmaster }: Place): Promise<Processor> => ({
  bot: await processorTimeOf(bot),
  database: await processorTimeWithChildren(postmaster),
});

/** The least that anybody must read who does not know the case yet. */
async function readingOf(database: pg.Client, past: readonly Past[]): Promise<Spread> {
  const times: number[] = [];
  for (let at = 0; at < LOOKS; at++) {
    const { id } = past[at % past.length] ?? {};
    const began = performance.now();
    await database.query({
      name: "entries-of-case",
      text: "select id, at, actor, action, changes from journal_entry where case_id = $1 order by id",
      values: [id],
    });
    times.push(performance.now() - began);
  }
  return spreadOf(times);
}

/** For a terminal. */
export function lookingBackTable({ machine, ...found }: LookingBack): string {
  const { processors, model, loadBefore, loadAfter } = machine;
  const line = (name: string, { p50, p99, max }: Spread) =>
    `${name}: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, max ${max.toFixed(1)} ms`;
  const used = (name: string, { bot, database }: Processor) =>
    `processor time of ${name}: bot ${bot.toFixed(0)} ms, database ${database.toFixed(0)} ms`;
  const { played, entries, ofNoCase, asPlayed, grown, help, reading, processor } = found;
  return [
    `${processors} × ${model}, load average before ${loadBefore.toFixed(2)}, after ${(loadAfter ?? Number.NaN).toFixed(2)}`,
    line(`回看 at ${played} entries, message to answer`, asPlayed),
    line(`回看 at ${entries} entries, ${ofNoCase} of no case`, grown),
    `p99 < 500 ms at ${entries} entries ${grown.p99 < 500 ? "met" : "MISSED"}`,
    line("floor: 帮助, message to answer", help),
    line("floor: entries of the case, read and parsed", reading),
    used("回看", processor.look),
    used("帮助", processor.help),
  ].join("\n");
}
