import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EmulatorClient, emulatorClient } from "dingtalk-emulator/client/client.ts";
import pg from "pg";
import { startEmbeddedServer } from "../../src/platform/storage/embedded/embedded-server.ts";
import { readPostmaster } from "../../src/platform/storage/embedded/postmaster.ts";
import { writeLargeCampaign } from "../large-campaign.ts";
import { openProfiler, type Profiler } from "../profile.ts";
import { abandon, type Resident, startResident } from "../resident.ts";
import { openTown, type Town } from "../town.ts";
import { openReviews } from "./acts.ts";
import { type FindOpenPage, openPages } from "./open-page.ts";

export interface PlaceSettings {
  districts: number;
  /** Another version of the bot; see {@link startResident}. */
  checkout?: string | undefined;
  /** Folder for a profile of the bot under each load. */
  profiles?: string | undefined;
}

/** A campaign of many districts in stage two, whose clerks all have a page of 初评 open. */
export interface Place {
  town: Town;
  client: EmulatorClient;
  openPage: FindOpenPage;
  clerks: readonly string[];
  /** On one database. */
  bots: Resident[];
  database: pg.Client;
  databaseUrl: string;
  /** Process id. */
  postmaster: number;
  profiling: { profiler: Profiler; folder: string } | undefined;
  /** One more bot on the same database. */
  addBot(): Promise<void>;
  close(): Promise<void>;
}

/** In stage two, when districts score. */
const NOW = "2023-09-05T10:00:00+08:00";
/** Far above every pace: nobody waits for a call's turn. */
export const RAISED_LIMIT = 20_000;

export async function openPlace(settings: PlaceSettings, say: (line: string) => void): Promise<Place> {
  const { districts, checkout, profiles } = settings;
  const folder = await mkdtemp(join(tmpdir(), "jiayuan-bench-"));
  const campaign = join(folder, "campaign");
  const { clerks, seed } = await writeLargeCampaign(campaign, districts);
  const town = await openTown(join(folder, "emulator"), NOW, { CAMPAIGN: campaign, EMULATOR_SEED: seed });
  await town.settings({ callsPerSecond: RAISED_LIMIT });
  const dataDir = join(folder, "bot");
  const options = { callsPerSecond: RAISED_LIMIT, checkout };
  if (profiles !== undefined) await countsStatements(town, dataDir, checkout);
  const flags = profiles === undefined ? [] : ["--inspect=0"];
  const first = await startResident(town, dataDir, { ...options, flags });
  const { url: databaseUrl } = await startEmbeddedServer(dataDir);
  const database = new pg.Client(databaseUrl);
  await database.connect();
  const bots = [first];
  const close = async (): Promise<void> => {
    await database.end();
    for (const bot of bots.slice(1)) await bot.program.end("SIGKILL");
    await abandon(first, dataDir);
    await town.program.end();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    if (profiles !== undefined) await database.query("create extension if not exists pg_stat_statements");
    const client = emulatorClient(town.url, { idleMs: 120_000 });
    await client.idle();
    say(`${clerks.length} clerks of ${districts} districts apply and open 初评`);
    await openReviews(client, clerks);
    const postmaster = (await readPostmaster(join(dataDir, "postgres")))?.pid ?? 0;
    const profiling = profiles === undefined ? undefined : await profilingOf(first, profiles);
    const addBot = async (): Promise<void> => {
      // The same folder: the key that seals what is stored lies there.
      const environment = { DATABASE_URL: databaseUrl };
      bots.push(await startResident(town, dataDir, { ...options, environment }));
    };
    return {
      town,
      client,
      openPage: openPages(client),
      clerks,
      bots,
      database,
      databaseUrl,
      postmaster,
      profiling,
      addBot,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Has the database count its statements, which it does from its next start. */
async function countsStatements(town: Town, dataDir: string, checkout: string | undefined): Promise<void> {
  const resident = await startResident(town, dataDir, { checkout });
  const database = new pg.Client((await startEmbeddedServer(dataDir)).url);
  await database.connect();
  await database.query("alter system set shared_preload_libraries = 'pg_stat_statements'");
  await database.end();
  await resident.end();
}

async function profilingOf({ program }: Resident, folder: string): Promise<Place["profiling"]> {
  const { text } = await program.line("Debugger listening on ws://");
  await mkdir(folder, { recursive: true });
  return { profiler: await openProfiler(text.slice(text.indexOf("ws://"))), folder };
}
