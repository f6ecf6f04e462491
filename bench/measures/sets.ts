import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { type EmulatorClient, emulatorClient } from "dingtalk-emulator/client/client.ts";
import pg from "pg";
import { startEmbeddedServer } from "../../src/platform/storage/embedded/embedded-server.ts";
import { readPostmaster } from "../../src/platform/storage/embedded/postmaster.ts";
import { writeLargeCampaign } from "../large-campaign.ts";
import { describeMachine, headLine, type Machine } from "../machine.ts";
import { median, spreadOf } from "../percentiles.ts";
import { memoryOf, processorTimeOf, processorTimeWithChildren } from "../program.ts";
import { abandon, startResident } from "../resident.ts";
import { BEGINS, DISTRICT, ORGANIZER, oneVerified } from "../sets/one-verified.ts";
import { spreadCases } from "../sets/spread.ts";
import { openTown, type Town } from "../town.ts";
import { timeToAnswer } from "./journey-times.ts";

export interface SetSettings {
  districts: number;
  cases: number;
}

/** What one question about many cases took. Times in milliseconds, medians. */
export interface SetFigure {
  name: string;
  /** From the message to the call that answers it. */
  answered: number;
  most: number;
  /** The longest that the bot's thread did nothing else. */
  blocked: number;
  bot: number;
  database: number;
}

export interface Sets {
  machine: Machine;
  settings: SetSettings;
  rows: number;
  figures: SetFigure[];
  botMegabytes: number | undefined;
}

const RAISED_LIMIT = 20_000;
const TIMES = 5;
const AIM_MS = 300;

const QUESTIONS: readonly (readonly [person: string, words: string])[] = [
  [ORGANIZER, "进度"],
  [ORGANIZER, "今日待办"],
  [ORGANIZER, "待办"],
  [ORGANIZER, "排名"],
  [ORGANIZER, "评审底稿"],
  [ORGANIZER, "导出 排名"],
  [ORGANIZER, "导出 附件4"],
  [ORGANIZER, "导出 进度"],
  [ORGANIZER, "评分差异"],
  [`${DISTRICT}-1`, "进度"],
  [`${DISTRICT}-1`, "排名"],
  [`${DISTRICT}-1`, "帮助"],
];

/** A province's cases, all verified by three, and who asks about all of them. */
export async function measuresSets(settings: SetSettings, say: (line: string) => void): Promise<Sets> {
  const machine = describeMachine();
  const folder = await mkdtemp(join(tmpdir(), "jiayuan-bench-"));
  const campaign = join(folder, "campaign");
  const { clerks, seed } = await writeLargeCampaign(campaign, settings.districts);
  const town = await openTown(join(folder, "emulator"), BEGINS, { CAMPAIGN: campaign, EMULATOR_SEED: seed });
  await town.settings({ callsPerSecond: RAISED_LIMIT });
  const dataDir = join(folder, "bot");
  const resident = await startResident(town, dataDir, { callsPerSecond: RAISED_LIMIT });
  const database = new pg.Client((await startEmbeddedServer(dataDir)).url);
  await database.connect();
  try {
    const client = emulatorClient(town.url, { idleMs: 300_000 });
    await client.idle();
    say("a district applies, scores and recommends, three members verify");
    const [name = ""] = await oneVerified(client);
    say(`${settings.cases} cases in ${settings.districts} districts`);
    const others = clerks.map((clerk) => clerk.replace(/-\d+$/u, "")).filter((id) => id !== DISTRICT);
    await spreadCases(database, { name, districts: [...new Set(others)], cases: settings.cases });
    const { rows } = await database.query<{ all: number }>(`select count(*)::int as "all" from score`);
    const postmaster = (await readPostmaster(join(dataDir, "postgres")))?.pid ?? 0;
    const place: Place = { town, client, bot: resident.program.pid, postmaster, metrics: resident.url };
    const figures: SetFigure[] = [];
    for (const [person, words] of QUESTIONS) {
      figures.push(await asked(place, person, words));
      say(figures.slice(-1).map(figureLine).join(""));
    }
    return {
      ...{ machine: { ...machine, loadAfter: loadavg()[0] ?? 0 }, settings, rows: rows[0]?.all ?? 0, figures },
      botMegabytes: await memoryOf(resident.program.pid),
    };
  } finally {
    await database.end();
    await abandon(resident, dataDir);
    await town.program.end();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Place {
  town: Town;
  client: EmulatorClient;
  /** Process ids. */
  bot: number;
  postmaster: number;
  /** Where the bot tells its metrics. */
  metrics: string;
}

/** Once before, then some times one after the other. */
async function asked(place: Place, person: string, words: string): Promise<SetFigure> {
  const once = async () => {
    await longestBlock(place);
    const before = await usedBy(place);
    const { last } = await place.town.traffic(Number.MAX_SAFE_INTEGER);
    await place.town.say(person, words);
    await place.client.idle();
    const { entries } = await place.town.traffic(last);
    const after = await usedBy(place);
    return {
      answered: timeToAnswer(entries) ?? Number.POSITIVE_INFINITY,
      blocked: await longestBlock(place),
      bot: after.bot - before.bot,
      database: after.database - before.database,
    };
  };
  await once();
  const all: Awaited<ReturnType<typeof once>>[] = [];
  for (let time = 0; time < TIMES; time++) all.push(await once());
  const { p50: answered, max: most } = spreadOf(all.map((one) => one.answered));
  return {
    name: `${words}${person === ORGANIZER ? "" : " of a district"}`,
    ...{ answered, most },
    blocked: median(all.map((one) => one.blocked)),
    bot: median(all.map((one) => one.bot)),
    database: median(all.map((one) => one.database)),
  };
}

/** Milliseconds, since it was asked for last. */
async function longestBlock({ metrics }: Place): Promise<number> {
  const text = await (await fetch(`${metrics}/metrics`)).text();
  return Number(/^nodejs_eventloop_lag_max_seconds (\S+)/mu.exec(text)?.[1] ?? Number.NaN) * 1_000;
}

const usedBy = async ({ bot, postmaster }: Place) => ({
  bot: (await processorTimeOf(bot)) * 1_000,
  database: (await processorTimeWithChildren(postmaster)) * 1_000,
});

const figureLine = ({ name, answered, most, blocked, bot, database }: SetFigure): string =>
  `${name}: answered after ${answered.toFixed(0)} ms, at most ${most.toFixed(0)} ms, ` +
  `the bot's thread taken for ${blocked.toFixed(0)} ms at a time; ` +
  `bot ${bot.toFixed(0)} ms, database ${database.toFixed(0)} ms; ${judged(answered, blocked)}`;

/** What takes longer has to be made where it keeps nobody waiting. */
function judged(answered: number, blocked: number): string {
  if (answered <= AIM_MS) return `≤ ${AIM_MS} ms met`;
  return blocked <= AIM_MS ? "made beside others" : "MISSED";
}

/** For a terminal. */
export function setsTable({ machine, settings, rows, figures, botMegabytes }: Sets): string {
  return [
    `${headLine(machine)}; ${settings.cases} cases in ${settings.districts} districts, ${rows} rows of points; medians of ${TIMES}`,
    ...figures.map(figureLine),
    `memory of the bot at the end: ${botMegabytes?.toFixed(0) ?? "?"} MB`,
  ].join("\n");
}
