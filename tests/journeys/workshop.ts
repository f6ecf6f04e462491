import { once } from "node:events";
import { cpSync } from "node:fs";
import { chmod, mkdir, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { playTo, scenesOf } from "../../demo/play.ts";
import { playersIn } from "./campaign-state.ts";
import { MOMENTS, type Moment } from "./moments.ts";
import { startWorld } from "./world.ts";

export interface Workshop {
  url: string;
  close(): Promise<void>;
}

/**
 * Makes each moment of the campaign once a run, when it is first asked for: the demonstration's players play on from the
 * moment before, and the world is stopped. `GET /9月28日` answers with the folder it left, which nobody may work in.
 */
export async function openWorkshop(folder: string): Promise<Workshop> {
  await mkdir(folder, { recursive: true });
  const made = new Map<string, Promise<string>>();
  const names = Object.keys(MOMENTS) as Moment[];
  const get = (moment: Moment): Promise<string> => {
    const making = made.get(moment) ?? make(moment);
    made.set(moment, making);
    return making;
  };
  async function make(moment: Moment): Promise<string> {
    const earlier = names[names.indexOf(moment) - 1];
    const dataDir = join(folder, moment);
    if (await isFinished(dataDir)) return dataDir;
    if (earlier) await copyWorld(await get(earlier), dataDir);
    const world = await startWorld({ dataDir, environment: { EMULATOR_NOW: MOMENTS[moment] } });
    const players = playersIn(world);
    await playTo(players, { scenes: scenesOf(players, "mixed"), to: MOMENTS[moment] });
    await world.stop();
    await writeFile(join(dataDir, FINISHED), "");
    return dataDir;
  }

  const server = createServer(async ({ url = "" }, reply) => {
    try {
      const moment = names.find((name) => url === encodeURI(`/${name}`));
      if (moment) {
        const dataDir = await Promise.race([get(moment), pause(ANSWERED_WITHIN_MS, undefined, { ref: false })]);
        reply.writeHead(dataDir === undefined ? NOT_YET : 200).end(dataDir);
      } else reply.writeHead(404).end(url);
    } catch (error) {
      reply.writeHead(500).end(String(error));
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`,
    async close() {
      await Promise.allSettled(made.values());
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Status of an answer while the moment is still being played. */
export const NOT_YET = 202;
const ANSWERED_WITHIN_MS = 60_000;

/** Marks a made world in a folder that is kept between runs. */
const FINISHED = "made";

const isFinished = (dataDir: string): Promise<boolean> =>
  stat(join(dataDir, FINISHED)).then(
    () => true,
    () => rm(dataDir, { recursive: true, force: true }).then(() => false),
  );

/** The data folder of a stopped world, for another one. Its database looks for a port of its own. */
export async function copyWorld(from: string, to: string): Promise<void> {
  // All at once: one call after another costs six times the processor time for a thousand files.
  cpSync(from, to, { recursive: true, preserveTimestamps: true });
  // Folders come without their rights, and PostgreSQL starts in none that others may read.
  await chmod(join(to, "postgres"), 0o700);
  for (const file of ["postgres.port", FINISHED]) await rm(join(to, file), { force: true });
}
