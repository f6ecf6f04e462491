import { existsSync } from "node:fs";
import { cp, link, mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import pg from "pg";
import { StartError } from "../../shared/start-error.ts";
import { startEmbeddedServer } from "../storage/embedded/embedded-server.ts";
import { readDataKey } from "../storage/encryption.ts";
import { copyFile } from "./copied-file.ts";
import { copyCluster } from "./copy-cluster.ts";
import { isDiskTrouble } from "./disk-trouble.ts";
import { type FileSum, filesUnder, keyMarkOf, MANIFEST, newManifest, readManifest, sumOf } from "./manifest.ts";
import { backupPhrases } from "./phrases.ts";

export interface BackupOrder {
  dataDir: string;
  /** As the environment gives it; left out: the key of the data folder. */
  dataKey: string | undefined;
  /** Campaign folders, copied as they are. */
  campaigns: readonly string[];
  /** Folder of all backups. */
  into: string;
  /** How many are kept, this one included. */
  keep: number;
  now: Date;
}

export interface Backup {
  folder: string;
  files: number;
  bytes: number;
}

/** Advisory lock: one backup of a database at a time. */
const LOCK = 4_120_230_815;
const NAME = /^jiayuan-\d{8}-\d{6}$/;
const NAMED = /^jiayuan-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)$/;
const PARTIAL = ".partial";
const STORED_FILE = /^[0-9a-f]{2}\/[0-9a-f]{64}$/;

/**
 * Copies the data folder while bots work on it: the database as of now, the files, the campaign folders, and a manifest
 * of all of it. The key stays out.
 * @throws {StartError} with what to do; no half backup is left then
 */
export async function makeBackup(order: BackupOrder): Promise<Backup> {
  const { dataDir, into, keep } = order;
  if (!existsSync(join(dataDir, "postgres", "PG_VERSION"))) throw new StartError(backupPhrases.noDatabase(dataDir));
  const server = await startEmbeddedServer(dataDir);
  const client = new pg.Client({ connectionString: server.url });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ mine: boolean }>("select pg_try_advisory_lock($1) as mine", [LOCK]);
    if (rows[0]?.mine !== true) throw new StartError(backupPhrases.busy());
    await removePartial(into);
    const backup = await write(order, client);
    await removeOldest(into, keep);
    return backup;
  } catch (cause) {
    if (cause instanceof StartError || !isDiskTrouble(cause)) throw cause;
    throw new StartError(backupPhrases.full(into), { cause });
  } finally {
    await client.end().catch(() => undefined);
    // One that ran before belongs to somebody else.
    if (server.started) await server.stop();
  }
}

async function write({ dataDir, dataKey, campaigns, into, now }: BackupOrder, client: pg.Client): Promise<Backup> {
  const earlier = (await backupsIn(into)).at(-1);
  const target = join(into, nameAt(now));
  const partial = join(into, `${nameAt(now)}${PARTIAL}`);
  try {
    await mkdir(partial, { recursive: true, mode: 0o700 });
    const cluster = await copyCluster(client, join(dataDir, "postgres"), join(partial, "postgres"));
    const files: Record<string, FileSum> = {};
    for (const [path, sum] of Object.entries(cluster.files)) files[`postgres/${path}`] = sum;
    const password = await copyFile(join(dataDir, "postgres.password"), join(partial, "postgres.password"));
    if (password) files["postgres.password"] = password;
    // After the database: a file is stored before the row that names it.
    const keyMark = keyMarkOf(await readDataKey(dataKey, dataDir));
    Object.assign(files, await copyStoredFiles(join(dataDir, "files"), partial, { earlier, keyMark }));
    Object.assign(files, await copyCampaigns(campaigns, partial));
    const folders = cluster.folders.map((path) => `postgres/${path}`);
    const manifest = newManifest({ madeAt: now.toISOString(), keyMark, folders, files });
    await writeFile(join(partial, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`, { flush: true });
    await rename(partial, target);
    const sums = Object.values(files);
    return { folder: target, files: sums.length, bytes: sums.reduce((all, { bytes }) => all + bytes, 0) };
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
}

/**
 * A stored file never changes: one that an earlier backup has is linked to, and takes no room twice. It is read again,
 * so that a block that went bad there is copied anew. An earlier backup that cannot be read is none, nor is one of before
 * the key was changed: its files are encrypted with the old one.
 */
async function copyStoredFiles(
  folder: string,
  partial: string,
  { earlier, keyMark }: { earlier: string | undefined; keyMark: string },
): Promise<Record<string, FileSum>> {
  const copied: Record<string, FileSum> = {};
  if (!existsSync(folder)) return copied;
  const known =
    earlier === undefined
      ? {}
      : await readManifest(earlier).then(
          (manifest) => (manifest.keyMark === keyMark ? manifest.files : {}),
          () => ({}),
        );
  for (const name of (await filesUnder(folder)).filter((one) => STORED_FILE.test(one))) {
    const path = `files/${name}`;
    const had = known[path];
    const sum =
      had && earlier !== undefined && (await linked(join(earlier, path), join(partial, path), had))
        ? had
        : await copyFile(join(folder, name), join(partial, path));
    if (sum) copied[path] = sum;
  }
  return copied;
}

async function linked(from: string, to: string, had: FileSum): Promise<boolean> {
  const sum = await sumOf(from).catch(() => undefined);
  if (sum?.sha256 !== had.sha256) return false;
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  return link(from, to).then(
    () => true,
    () => false,
  );
}

async function copyCampaigns(campaigns: readonly string[], partial: string): Promise<Record<string, FileSum>> {
  const sums: Record<string, FileSum> = {};
  for (const folder of campaigns.filter(existsSync)) {
    const path = `campaigns/${basename(resolve(folder))}`;
    await cp(folder, join(partial, path), { recursive: true });
    for (const name of await filesUnder(join(partial, path)))
      sums[`${path}/${name}`] = await sumOf(join(partial, path, name));
  }
  return sums;
}

/** Complete ones, the oldest first. */
async function backupsIn(into: string): Promise<string[]> {
  const names = await readdir(into).catch(() => []);
  return names
    .filter((name) => NAME.test(name) && existsSync(join(into, name, MANIFEST)))
    .sort()
    .map((name) => join(into, name));
}

/** The newest complete backup: its name, and when its copy began. */
export async function lastBackup(into: string): Promise<{ name: string; madeAt: Date } | undefined> {
  const newest = (await backupsIn(into)).at(-1);
  if (newest === undefined) return undefined;
  const name = basename(newest);
  return { name, madeAt: new Date(name.replace(NAMED, "$1-$2-$3T$4:$5:$6Z")) };
}

async function removeOldest(into: string, keep: number): Promise<void> {
  for (const folder of (await backupsIn(into)).slice(0, -keep)) await rm(folder, { recursive: true, force: true });
}

/** Of a program that was ended while it wrote. */
async function removePartial(into: string): Promise<void> {
  const names = await readdir(into).catch(() => []);
  for (const name of names.filter((one) => one.endsWith(PARTIAL) && NAME.test(basename(one, PARTIAL))))
    await rm(join(into, name), { recursive: true, force: true });
}

/** By time in UTC, so that names sort as they were made. */
const nameAt = (now: Date): string => {
  const [day = "", time = ""] = now.toISOString().split("T");
  return `jiayuan-${day.replaceAll("-", "")}-${time.slice(0, 8).replaceAll(":", "")}`;
};
