import { join } from "node:path";
import { buildApp } from "./app.ts";
import { assemble } from "./assemble.ts";
import type { ClockStart } from "./clock/emulated-clock.ts";
import type { Seed } from "./contract.ts";
import { folderBytes, memoryBytes } from "./files/files.ts";
import { serveStreams } from "./gateway/stream-server.ts";
import { giveUpPending } from "./world/give-up-pending.ts";
import { noJournal, openJournal } from "./world/journal.ts";
import { beginAnew } from "./world/reset.ts";
import { makeWorld } from "./world/world.ts";

export interface EmulatorOptions {
  /** 0 picks a free one. */
  port: number;
  seed: Seed;
  /** What the clock shows at first start. */
  now: ClockStart;
  /** State lasts in its folder `emulator`; without it nothing outlives the emulator. */
  dataDir?: string;
  /** How many bots the clock waits for; default 0. */
  expectBots?: number;
}

export interface Emulator {
  url: string;
  /** What a bot on this emulator needs in its environment. */
  env: Record<string, string>;
  close(): Promise<void>;
}

/**
 * Starts a local DingTalk on loopback.
 * @throws when the port is taken, the folder cannot be written or a template of the seed cannot be read
 */
export async function createEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { port, seed, now, dataDir, expectBots = 0 } = options;
  const world = makeWorld();
  const folder = dataDir === undefined ? undefined : join(dataDir, "emulator");
  const bytes = folder === undefined ? memoryBytes() : folderBytes(join(folder, "files"));
  const address = { url: "" };
  const assembled = assemble({ world, bytes, expectBots, seed, now, baseUrl: () => address.url });
  const { parts, calls, routes, feed } = assembled;
  const journal = folder === undefined ? noJournal : openJournal(world, folder);
  if (world.facts.size === 0) beginAnew(parts, seed, now);
  else giveUpPending(parts);
  const app = await buildApp({ parts, journal, feed, calls, routes });
  const stopStreams = serveStreams({ ...parts, server: app.server });
  address.url = await app.listen({ port, host: "127.0.0.1" });
  journal.flush();
  return {
    url: address.url,
    env: assembled.environment(),
    close: async () => {
      stopStreams();
      parts.pusher.abandon();
      feed.close();
      await app.close();
      journal.close();
    },
  };
}
