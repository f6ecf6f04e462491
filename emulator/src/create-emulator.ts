import { assemble } from "./assemble.ts";
import type { ClockStart } from "./clock/emulated-clock.ts";
import type { Seed } from "./contract/control.ts";
import { resetWorld } from "./control/reset.ts";
import { serveStreams } from "./gateway/stream-server.ts";
import { buildHttpServer } from "./http-server.ts";
import { type Log, silentLog } from "./instruments/log.ts";
import { type RunningProxy, startProxy } from "./proxy/start-proxy.ts";
import { loadOrCreateCertificate } from "./proxy/stored-certificate.ts";
import { openStorage } from "./storage/storage.ts";
import { markPendingLost } from "./world/messages.ts";
import { loadMissing } from "./world/seed.ts";
import { makeWorld } from "./world/world.ts";

export interface EmulatorOptions {
  /** 0 picks a free one. */
  port: number;
  /** The world at first start; a stored world gets from it only the people and groups that it does not have. */
  seed: Seed;
  /** What the clock shows at first start. */
  now: ClockStart;
  /** State is persisted in its folder `emulator`; without it nothing outlives the process. */
  dataDir?: string;
  /** How many bots the clock waits for; default 0. */
  expectBots?: number;
  /** For programs with DingTalk's hosts built in; 0 picks a free port, undefined disables the proxy. */
  proxyPort?: number | undefined;
  log?: Log;
}

export interface Emulator {
  url: string;
  /** The environment variables of a bot on this emulator. */
  env: Record<string, string>;
  /** Its address, and the certificate that programs using it must trust. */
  proxy?: Pick<RunningProxy, "url" | "caFile">;
  close(): Promise<void>;
}

/**
 * Starts a local DingTalk on loopback.
 * @throws when a port is taken, the folder cannot be written or a template of the seed cannot be read
 */
export async function createEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { port, seed, now, dataDir, expectBots = 0, proxyPort, log = silentLog } = options;
  const world = makeWorld();
  const storage = openStorage(dataDir);
  const address = { url: "" };
  let proxy: RunningProxy | undefined;
  const { bytes } = storage;
  const addresses = { baseUrl: () => address.url, secureEndpoint: () => proxy?.secureEndpoint };
  const assembled = assemble({ world, bytes, expectBots, seed, now, log, ...addresses });
  const { services, calls, routes, feed } = assembled;
  const journal = storage.openJournal(world);
  if (world.facts.size === 0) resetWorld(services, seed, now);
  else {
    loadMissing(world, seed);
    markPendingLost(services);
  }
  const app = await buildHttpServer(services, { journal, feed, calls, routes });
  const stopStreams = serveStreams({ ...services, server: app.server });
  const close = async (): Promise<void> => {
    stopStreams();
    await proxy?.close();
    services.deliveries.cancelAll();
    feed.close();
    await app.close();
    journal.close();
    storage.release();
  };
  try {
    address.url = await app.listen({ port, host: "127.0.0.1" });
    if (proxyPort !== undefined) {
      const certificate = await loadOrCreateCertificate(storage.folder("proxy"));
      const ownHost = new URL(address.url).host;
      proxy = await startProxy({
        port: proxyPort,
        ownHost,
        emulator: app.server,
        certificate,
        warnings: services.warnings,
      });
    }
  } catch (error) {
    await close();
    throw error;
  }
  journal.flush();
  return { url: address.url, env: assembled.environment(), ...(proxy && { proxy }), close };
}
