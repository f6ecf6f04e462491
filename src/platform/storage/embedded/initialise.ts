import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, openSync } from "node:fs";
import { access, chmod, chown, mkdtemp, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { uptime } from "node:os";
import { join, resolve } from "node:path";
import { StartError } from "../../../shared/start-error.ts";
import type { Binaries } from "./binaries.ts";
import { embeddedPhrases } from "./phrases.ts";
import type { Unprivileged } from "./unprivileged.ts";

export const USER = "jiayuan";
const TEMPORARY_PREFIX = "postgres.new-";

export async function readPassword(dataDir: string): Promise<string> {
  const file = passwordFile(dataDir);
  return readFile(file, "utf8").catch((cause) => {
    throw new StartError(embeddedPhrases.passwordLost(file), { cause });
  });
}

export interface Launch {
  folder: string;
  dataDir: string;
  binaries: Binaries;
  unprivileged: Unprivileged;
}

/**
 * A new cluster where there is none yet, not safe on the disk before {@link syncCluster} is done.
 * @returns the password
 */
export async function initialise({ folder, dataDir, binaries, unprivileged }: Launch): Promise<string> {
  if ((await exists(join(folder, "PG_VERSION"))) && !(await isLost(dataDir))) return readPassword(dataDir);
  // Initialised in a temporary folder and renamed once complete, so that an aborted start leaves no broken cluster.
  await removeTemporaryFolders(dataDir);
  const temporary = await mkdtemp(join(dataDir, TEMPORARY_PREFIX));
  const password = randomBytes(18).toString("base64url");
  await writeFile(passwordFile(dataDir), password, { mode: 0o600 });
  const { uid, gid } = unprivileged.options;
  if (uid !== undefined && gid !== undefined) {
    await chown(temporary, uid, gid);
    await chown(passwordFile(dataDir), uid, gid);
    await chmod(dataDir, 0o711);
  }
  const status = await runInitdb({ folder: temporary, dataDir, binaries, unprivileged }, NEW_CLUSTER(dataDir));
  if (status !== 0) {
    await removeTemporaryFolders(dataDir);
    throw new StartError(embeddedPhrases.initFailed(logOf(dataDir)));
  }
  await rm(folder, { recursive: true, force: true });
  await writeFile(unsyncedFile(dataDir), "");
  await rename(temporary, folder);
  return password;
}

async function removeTemporaryFolders(dataDir: string): Promise<void> {
  const names = await readdir(dataDir);
  for (const name of names.filter((one) => one.startsWith(TEMPORARY_PREFIX)))
    await rm(join(dataDir, name), { recursive: true, force: true });
}

const passwordFile = (dataDir: string) => join(dataDir, "postgres.password");
/** There while a new cluster is not safe on the disk. */
const unsyncedFile = (dataDir: string) => join(dataDir, "postgres.unsynced");
export const logOf = (dataDir: string) => resolve(dataDir, "postgres.log");

const NEW_CLUSTER = (dataDir: string): readonly string[] => [
  `--username=${USER}`,
  "--auth=scram-sha-256",
  `--pwfile=${passwordFile(dataDir)}`,
  "--encoding=UTF8",
  "--locale=C",
  "--locale-provider=icu",
  "--icu-locale=zh-CN",
  "--no-sync",
];

/**
 * Waits until a new cluster is safe on the disk, which takes longer than making it: meanwhile the server can be started
 * and migrated, but must not be given anything to keep.
 */
export async function syncCluster(launch: Launch): Promise<void> {
  const unsynced = unsyncedFile(launch.dataDir);
  if (!(await exists(unsynced))) return;
  if ((await runInitdb(launch, ["--sync-only"])) !== 0)
    throw new StartError(embeddedPhrases.initFailed(logOf(launch.dataDir)));
  await rm(unsynced, { force: true });
  await syncFolder(launch.dataDir);
}

/** That a file is gone must not be forgotten when the machine goes down. Some systems cannot open a folder. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** The machine went down before a new cluster was safe on the disk: nothing had been given to it yet. */
async function isLost(dataDir: string): Promise<boolean> {
  const made = await stat(unsyncedFile(dataDir)).catch(() => undefined);
  return made !== undefined && made.mtimeMs < Date.now() - uptime() * 1_000;
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

function runInitdb(
  { folder, dataDir, binaries, unprivileged }: Launch,
  how: readonly string[],
): Promise<number | null> {
  const words = [...unprivileged.prefix, binaries.initdb, `--pgdata=${folder}`, ...how];
  const log = openSync(logOf(dataDir), "a");
  return new Promise((done, fail) => {
    const [command = "", ...rest] = words;
    const child = spawn(command, rest, { ...unprivileged.options, stdio: ["ignore", log, log] });
    child.on("error", fail);
    child.on("exit", (status) => {
      closeSync(log);
      done(status);
    });
  });
}
