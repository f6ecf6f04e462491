import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type EmulatorClient, emulatorClient } from "dingtalk-emulator/client/client.ts";
import pg from "pg";
import { casesOf } from "../../demo/cases.ts";
import { personWith, shaoxing } from "../../demo/demonstration.ts";
import { districtByCards } from "../../demo/district-by-cards.ts";
import { persistent } from "../../demo/persistent.ts";
import { startEmbeddedServer } from "../../src/platform/storage/embedded/embedded-server.ts";
import { describeMachine, type Machine } from "../machine.ts";
import type { Spread } from "../percentiles.ts";
import { abandon, type Resident, startResident } from "../resident.ts";
import { openTown, type Town } from "../town.ts";
import { type LoadResult, underLoad } from "./load.ts";

export interface BesideDocuments {
  machine: Machine;
  /** Under the bot's own limit, with nothing made, and while documents are made without a pause. */
  alone: LoadResult;
  beside: LoadResult;
  /** How long each took from its words to its file, in seconds. */
  workbooks: readonly number[];
  forms: readonly number[];
}

/** In stage two, when districts apply. */
const NOW = "2023-09-05T10:00:00+08:00";
const ROWS = 5_000;
const FORMS = 100;
const PACE = { perSecond: 15, seconds: 60 };
const LOOK_MS = 250;
const SENT_WITHIN_MS = 180_000;

/** People ask for help at a steady pace while others have a large workbook and many forms made again and again. */
export async function answersBesideDocuments(say: (line: string) => void): Promise<BesideDocuments> {
  const machine = describeMachine();
  const folder = await mkdtemp(join(tmpdir(), "jiayuan-bench-"));
  const town = await openTown(join(folder, "emulator"), NOW);
  const dataDir = join(folder, "bot");
  const resident = await startResident(town, dataDir);
  try {
    const client = emulatorClient(town.url, { idleMs: 60_000 });
    say(`a district with ${FORMS} cases, and ${ROWS} receipts`);
    const made = await fill(client, dataDir);
    const figures = await measure({ town: without(town, made.people), resident, client, made, say });
    return { machine: { ...machine, loadAfter: loadavg()[0] ?? 0 }, ...figures };
  } finally {
    await abandon(resident, dataDir);
    await town.program.end();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What is asked for, and by whom. */
interface Wanted {
  person: string;
  words: string;
}

interface Made {
  people: readonly string[];
  workbook: Wanted;
  forms: Wanted;
}

async function fill(client: EmulatorClient, dataDir: string): Promise<Made> {
  const { definition, roster } = shaoxing();
  const [one] = casesOf(definition);
  const officer = one && personWith(roster, "districtOfficer", one.district)?.id;
  const organizer = personWith(roster, "organizer")?.id;
  if (!one || !officer || !organizer) throw new Error("the demonstration has a case, an officer and an organizer");
  await client.idle();
  await districtByCards(persistent(client, officer)).applies(one);
  await client.idle();
  const { url } = await startEmbeddedServer(dataDir);
  const database = new pg.Client(url);
  await database.connect();
  await copyCase(database);
  await sendReceipts(database, officer);
  await database.end();
  return {
    people: [officer, organizer],
    workbook: { person: organizer, words: "导出 回执" },
    forms: { person: officer, words: "导出 附件3" },
  };
}

/** The submitted case again and again, under other ids and names. */
async function copyCase(database: pg.Client): Promise<void> {
  const { rows } = await database.query("select id from application");
  const original: string = rows[0]?.id;
  for (let copy = 2; copy <= FORMS; copy += 1) {
    const id = randomUUID();
    for (const [table, key] of [
      ["application", "id"],
      ["application_revision", "case_id"],
      ["requirement_sheet", "case_id"],
    ] as const) {
      const name = table === "requirement_sheet" ? "" : `, 'compound_name', '第${copy}号院'`;
      await database.query(
        `insert into ${table}
         select (jsonb_populate_record(null::${table}, to_jsonb(o) || jsonb_build_object('${key}', $1::text${name}))).*
         from ${table} o where ${key} = $2`,
        [id, original],
      );
    }
  }
  await database.query("analyze");
}

/** As many reminders as a large city sends in some years. */
async function sendReceipts(database: pg.Client, person: string): Promise<void> {
  await database.query(
    `insert into receipt (campaign_id, message, person, kind, sent_at, asked_at)
     select campaign_id, 'reminder/' || n, $1, 'reminder', $2::timestamptz + n * interval '1 second', $2::timestamptz
     from (select campaign_id from application limit 1) one, generate_series(1, ${ROWS}) n`,
    [person, NOW],
  );
}

const without = (town: Town, people: readonly string[]): Town => ({
  ...town,
  people: town.people.filter((person) => !people.includes(person)),
});

interface Place {
  town: Town;
  resident: Resident;
  client: EmulatorClient;
  made: Made;
  say(line: string): void;
}

async function measure({ town, resident, client, made, say }: Place) {
  const load = { town, resident, pace: PACE, untilAnswered: true, notOf: made.people };
  await underLoad({ ...load, pace: { ...PACE, seconds: 4 } });
  const first = {
    workbooks: await secondsOf(client, town, made.workbook),
    forms: await secondsOf(client, town, made.forms),
  };
  say(`alone one workbook took ${first.workbooks.toFixed(1)} s, the forms ${first.forms.toFixed(1)} s`);
  say(`${PACE.perSecond} messages a second for ${PACE.seconds} s, nothing else`);
  const alone = await underLoad(load);
  say("the same while documents are made");
  let isOver = false;
  const again = async (wanted: Wanted): Promise<number[]> => {
    const took = [];
    while (!isOver) took.push(await secondsOf(client, town, wanted));
    return took;
  };
  const making = Promise.all([again(made.workbook), again(made.forms)]);
  const beside = await underLoad(load);
  isOver = true;
  const [workbooks, forms] = await making;
  return { alone, beside, workbooks, forms };
}

/** From the words to the file in the chat. */
async function secondsOf(client: EmulatorClient, town: Town, { person, words }: Wanted): Promise<number> {
  const said = () => client.as(person).messages();
  const files = async () => (await said()).filter(({ file }) => file).length;
  const before = await files();
  const from = performance.now();
  await town.say(person, words);
  while ((await files()) === before) {
    if (performance.now() - from > SENT_WITHIN_MS)
      throw new Error(`no file came for ${words}: ${(await said()).at(-1)?.text ?? ""}`);
    await pause(LOOK_MS);
  }
  return (performance.now() - from) / 1_000;
}

const AIM_MS = 300;

/** For a terminal and docs/bench.md. */
export function besideDocumentsTable({ machine, alone, beside, workbooks, forms }: BesideDocuments): string {
  const { processors, model, loadBefore, loadAfter } = machine;
  const spread = ({ count, p50, p99, max }: Spread) =>
    `${count} | ${p50.toFixed(1)} ms | ${p99.toFixed(1)} ms | ${max.toFixed(0)} ms`;
  const each = (seconds: readonly number[]) => `${seconds.length} (${Math.max(...seconds).toFixed(1)} s at most)`;
  return [
    `${processors} × ${model}, node ${machine.node}, load average before ${loadBefore.toFixed(2)}, after ${(loadAfter ?? 0).toFixed(2)}`,
    "",
    `| message to first call, ${PACE.perSecond}/s | answered | p50 | p99 | max |`,
    "|---|---:|---:|---:|---:|",
    `| nothing made | ${spread(alone.toCall)} |`,
    `| beside documents | ${spread(beside.toCall)} |`,
    "",
    `meanwhile made: workbooks of ${ROWS} rows ${each(workbooks)}, files of ${FORMS} forms ${each(forms)}`,
    `p99 < ${AIM_MS} ms beside documents: ${beside.toCall.p99 < AIM_MS ? "met" : "MISSED"}; ${beside.pushed - beside.toCall.count} not answered, ${beside.failedCalls} calls not taken`,
    `memory of the bot at the end: ${beside.botMegabytes?.toFixed(0) ?? "?"} MB; load late by p99 ${beside.lateness.p99.toFixed(1)} ms`,
  ].join("\n");
}
