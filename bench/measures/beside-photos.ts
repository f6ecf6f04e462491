import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { type EmulatorClient, emulatorClient } from "dingtalk-emulator/client/client.ts";
import { packFiles } from "dingtalk-emulator/client/pack-files.ts";
import type { CardAnswer } from "dingtalk-emulator/client/use-card.ts";
import pg from "pg";
import { casesOf } from "../../demo/cases.ts";
import { personWith, shaoxing } from "../../demo/demonstration.ts";
import { districtByCards } from "../../demo/district-by-cards.ts";
import { persistent } from "../../demo/persistent.ts";
import { startEmbeddedServer } from "../../src/platform/storage/embedded/embedded-server.ts";
import { describeMachine, type Machine } from "../machine.ts";
import { type Spread, spreadOf } from "../percentiles.ts";
import { madePhoto } from "../photos.ts";
import { memoryOf } from "../program.ts";
import { abandon, startResident } from "../resident.ts";
import { openTown } from "../town.ts";

export interface BesidePhotos {
  machine: Machine;
  photos: number;
  /** From the first photo sent until the last was made ready. */
  seconds: number;
  /** From the press to its answer, in milliseconds, all by the person whose photos they are. */
  presses: Spread;
  botMegabytes: number | undefined;
}

/** In stage two, when districts send proof. */
const NOW = "2023-09-05T10:00:00+08:00";
/** What a phone makes of a corridor. */
const PHOTO = { width: 3_000, height: 2_250 };
/** Photos that are made up; more are repeated under other names, each with another last byte. */
const DIFFERENT = 20;
const AT_ONCE = 9;
const MORE = "更多条目";

/** Somebody sends many photos and goes on pressing while they are worked on. */
export async function pressesBesidePhotos(photos: number, say: (line: string) => void): Promise<BesidePhotos> {
  const machine = describeMachine();
  const folder = await mkdtemp(join(tmpdir(), "jiayuan-bench-"));
  const town = await openTown(join(folder, "emulator"), NOW);
  const dataDir = join(folder, "bot");
  const resident = await startResident(town, dataDir);
  try {
    const client = emulatorClient(town.url, { idleMs: 60_000 });
    const { url } = await startEmbeddedServer(dataDir);
    const officer = await withQuestion(client);
    say(`${photos} photos, and presses beside them`);
    const measured = await measure({ client, officer, databaseUrl: url, photos });
    const loadAfter = loadavg()[0] ?? 0;
    return {
      machine: { ...machine, loadAfter },
      photos,
      ...measured,
      botMegabytes: await memoryOf(resident.program.pid),
    };
  } finally {
    await abandon(resident, dataDir);
    await town.program.end();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A district's officer with a case and a question about files, whose pages can be turned. */
async function withQuestion(client: EmulatorClient): Promise<string> {
  const { definition, roster } = shaoxing();
  const [one] = casesOf(definition);
  const userId = one && personWith(roster, "districtOfficer", one.district)?.id;
  if (!one || !userId) throw new Error("the demonstration has a case and an officer for it");
  const person = persistent(client, userId);
  await client.idle();
  await districtByCards(person).applies(one);
  await client.as(userId).drops({ name: "1.jpg", content: await madePhoto(1, PHOTO) });
  await client.clock.advance({ minutes: 1 });
  return userId;
}

interface Measured {
  client: EmulatorClient;
  officer: string;
  databaseUrl: string;
  photos: number;
}

async function measure({ client, officer, databaseUrl, photos }: Measured) {
  const different = await Promise.all(Array.from({ length: DIFFERENT }, (_, at) => madePhoto(100 + at, PHOTO)));
  const files = Array.from({ length: photos }, (_, at) => ({
    name: `${at}.jpg`,
    content: Buffer.concat([different[at % DIFFERENT] ?? Buffer.alloc(0), Buffer.from(String(at))]),
  }));
  const database = new pg.Client(databaseUrl);
  await database.connect();
  const beganAt = performance.now();
  let sent = false;
  const sending = (async () => {
    for (let at = 0; at < photos; at += AT_ONCE) {
      await client.call(`/users/${officer}/drop`, packFiles(files.slice(at, at + AT_ONCE), {}));
    }
    sent = true;
  })();
  const isDone = async () => {
    const { rows } = await database.query("select count(*)::int as ready from evidence_file where state <> 'new'");
    return sent && rows[0]?.ready === photos + 1;
  };
  const times: number[] = [];
  while (!(await isDone())) {
    const press = await pressOf(client, officer);
    const pressedAt = performance.now();
    const { accepted } = await press();
    times.push(accepted ? performance.now() - pressedAt : Number.POSITIVE_INFINITY);
  }
  await sending;
  await database.end();
  return { seconds: (performance.now() - beganAt) / 1_000, presses: spreadOf(times) };
}

/** A press on the card that was there before, without waiting until the bot has nothing left to do. */
async function pressOf(client: EmulatorClient, officer: string) {
  const has = ({ label }: { label: string }) => label === MORE;
  const card = await client.as(officer).latestCard(({ actions }) => actions.some(has));
  const actionId = card?.actions.find(has)?.actionId;
  if (!card || actionId === undefined) throw new Error("the question about the files has pages");
  return () => client.call<CardAnswer>(`/users/${officer}/press`, { outTrackId: card.outTrackId, actionId });
}

/** For a terminal. */
export function besidePhotosTable({ machine, photos, seconds, presses, botMegabytes }: BesidePhotos): string {
  const { processors, model, loadBefore, loadAfter } = machine;
  return [
    `${processors} × ${model}, load average before ${loadBefore.toFixed(2)}${loadAfter === undefined ? "" : `, after ${loadAfter.toFixed(2)}`}`,
    `${photos} photos of ${PHOTO.width} × ${PHOTO.height} worked on in ${seconds.toFixed(1)} s`,
    `${presses.count} presses beside them: p50 ${presses.p50.toFixed(0)} ms, p99 ${presses.p99.toFixed(0)} ms, max ${presses.max.toFixed(0)} ms (p99 ≤ 2000 ms ${presses.p99 <= 2_000 ? "met" : "MISSED"})`,
    `memory of the bot at the end: ${botMegabytes?.toFixed(0) ?? "?"} MB`,
  ].join("\n");
}
