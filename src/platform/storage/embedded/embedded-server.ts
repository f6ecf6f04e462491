import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import pg from "pg";
import { StartError } from "../../../shared/start-error.ts";
import { prepareFolder } from "../data-folder.ts";
import { findBinaries } from "./binaries.ts";
import { initialise, type Launch, logOf, readPassword, syncCluster, USER } from "./initialise.ts";
import { embeddedPhrases } from "./phrases.ts";
import { isPostgres, readPostmaster } from "./postmaster.ts";
import { capLog } from "./server-log.ts";
import { takeStartLock } from "./start-lock.ts";
import { withoutRoot } from "./unprivileged.ts";

const START_TIMEOUT_MS = 30_000;
const POLL_INTERVAL_MS = 15;
const WATCH_INTERVAL_MS = 500;
/** Once a minute. */
const LOOKS_AT_LOG = 120;

export interface EmbeddedServer {
  url: string;
  pid: number;
  /** False when a server was already running on this folder. */
  started: boolean;
  /** Settled once a new cluster is safe on the disk; before, nothing may be given to it that must be kept. */
  synced: Promise<void>;
  /** Stops the server unless others are still using it after about a second. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on `dataDir/postgres` as a detached process, or attaches to the one that is running there. A stale
 * pid file is removed.
 * @throws {StartError}
 */
export async function startEmbeddedServer(dataDir: string): Promise<EmbeddedServer> {
  const folder = resolve(dataDir, "postgres");
  await prepareFolder(dataDir);
  const release = await takeStartLock(join(dataDir, "postgres.starting"));
  try {
    const launching = { folder, dataDir, binaries: await findBinaries(), unprivileged: withoutRoot() };
    const running = await attach(folder, dataDir);
    if (running)
      return serverOf(running, await readPassword(dataDir), { started: false, synced: syncCluster(launching) });
    const password = await initialise(launching);
    await removeStalePid(folder);
    await capLog(logOf(dataDir));
    const postmaster = await launch({ ...launching, password });
    return serverOf(postmaster, password, { started: true, synced: syncCluster(launching) });
  } finally {
    await release();
  }
}

async function attach(folder: string, dataDir: string) {
  const postmaster = await readPostmaster(folder);
  if (!postmaster || !isPostgres(postmaster.pid)) return undefined;
  const url = urlOf(postmaster.port, await readPassword(dataDir));
  if (await answersWithin(url, START_TIMEOUT_MS, () => isPostgres(postmaster.pid))) return postmaster;
  // One that lives keeps its pid file: without it the server would shut down.
  if (isPostgres(postmaster.pid)) throw new StartError(embeddedPhrases.silent(logOf(dataDir)));
  return undefined;
}

/** Only called when the pid file's process is gone; the server itself waits for orphaned backends. */
const removeStalePid = (folder: string) => rm(join(folder, "postmaster.pid"), { force: true });

async function launch(start: Launch & { password: string }) {
  const port = await portFor(start.dataDir);
  const url = urlOf(port, start.password);
  // A start fails while orphaned backends of a killed server still hold its shared memory.
  const until = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < until) {
    const child = spawnServer(start, port);
    if (child.pid && (await answersWithin(url, until - Date.now(), () => child.exitCode === null))) {
      child.unref();
      return { pid: child.pid, port };
    }
    await new Promise((done) => setTimeout(done, POLL_INTERVAL_MS * 10));
  }
  throw new StartError(embeddedPhrases.startFailed(logOf(start.dataDir)));
}

function spawnServer({ folder, dataDir, binaries, unprivileged }: Launch, port: number) {
  const settings = [
    ...["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=100", "fsync=on"],
    // Without the values of rows.
    "log_error_verbosity=terse",
  ];
  const [command = "", ...words] = [...unprivileged.prefix, binaries.postgres, "-D", folder, "-p", String(port)];
  const log = openSync(logOf(dataDir), "a");
  const child = spawn(command, [...words, ...settings.flatMap((setting) => ["-c", setting])], {
    ...unprivileged.options,
    detached: true,
    stdio: ["ignore", log, log],
  });
  child.on("error", () => undefined);
  closeSync(log);
  return child;
}

const urlOf = (port: number, password: string) => `postgresql://${USER}:${password}@127.0.0.1:${port}/postgres`;

async function answersWithin(url: string, ms: number, alive: () => boolean): Promise<boolean> {
  const until = Date.now() + ms;
  while (Date.now() < until && alive()) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on("error", () => undefined);
    const answered = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (answered) return true;
    await new Promise((done) => setTimeout(done, POLL_INTERVAL_MS));
  }
  return false;
}

/** Reuses the last port if it is free, so that clients can reconnect after a crash. */
async function portFor(dataDir: string): Promise<number> {
  const file = join(dataDir, "postgres.port");
  const last = Number(await readFile(file, "utf8").catch(() => "0"));
  const port = await freePort(last).catch(() => freePort(0));
  await writeFile(file, String(port));
  return port;
}

function freePort(wanted: number): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on("error", fail);
    probe.listen(wanted, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address ? done(address.port) : fail(new Error("no port"))));
    });
  });
}

function serverOf(
  postmaster: { pid: number; port: number },
  password: string,
  state: Pick<EmbeddedServer, "started" | "synced">,
): EmbeddedServer {
  const url = urlOf(postmaster.port, password);
  // Whoever waits for it meets the failure.
  state.synced.catch(() => undefined);
  const stop = async (): Promise<void> => {
    await state.synced.catch(() => undefined);
    await stopUnlessShared(url, postmaster.pid);
  };
  return { url, pid: postmaster.pid, ...state, stop };
}

async function stopUnlessShared(url: string, pid: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const others = "select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()";
    for (let look = 0; look < 20; look++) {
      if ((await client.query(others)).rows.length === 0) break;
      if (look === 19) return;
      await new Promise((done) => setTimeout(done, 50));
    }
  } catch {
    return;
  } finally {
    await client.end().catch(() => undefined);
  }
  process.kill(pid, "SIGINT");
  for (let look = 0; look < 200 && isPostgres(pid); look++) await new Promise((done) => setTimeout(done, 25));
}

/** Stops the server that is running on the folder, unless others are using it. */
export async function stopServerIn(dataDir: string): Promise<void> {
  const running = await attach(resolve(dataDir, "postgres"), dataDir).catch(() => undefined);
  if (running) await stopUnlessShared(urlOf(running.port, await readPassword(dataDir)), running.pid);
}

export interface WatchDeps {
  /** For each start that failed; the next follows. */
  onFailure(error: unknown): void;
  /** The server is back on another port, because its own was taken meanwhile: connections to the old one stay dead. */
  onMoved(): void;
}

/**
 * Restarts the server when it dies while the bot is running, on the same port if it can be.
 * @returns a function that ends this
 */
export function watchServer(dataDir: string, server: EmbeddedServer, { onFailure, onMoved }: WatchDeps): () => void {
  let current = server;
  let starting = false;
  let passes = 0;
  const timer = setInterval(async () => {
    // On a full disk it stays until there is room.
    if (++passes % LOOKS_AT_LOG === 0) await capLog(logOf(dataDir)).catch(() => undefined);
    if (starting || isPostgres(current.pid)) return;
    starting = true;
    current = await startEmbeddedServer(dataDir).catch((error: unknown) => {
      onFailure(error);
      return current;
    });
    starting = false;
    if (current.url !== server.url) onMoved();
  }, WATCH_INTERVAL_MS);
  timer.unref();
  return () => clearInterval(timer);
}
