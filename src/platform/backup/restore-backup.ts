import { chmod, chown, mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { StartError } from "../../shared/start-error.ts";
import { startEmbeddedServer } from "../storage/embedded/embedded-server.ts";
import { withoutRoot } from "../storage/embedded/unprivileged.ts";
import { readDataKey } from "../storage/encryption.ts";
import { RESTORED_MARK } from "../storage/storage.ts";
import { copyFile } from "./copied-file.ts";
import { isDiskTrouble } from "./disk-trouble.ts";
import { differences, keyMarkOf, type Manifest, readManifest } from "./manifest.ts";
import { backupPhrases } from "./phrases.ts";

export interface RestoreOrder {
  backup: string;
  /** Must be empty, or not be there. */
  dataDir: string;
  /** As the environment gives it. */
  dataKey: string | undefined;
  /** File with the key that goes into the data folder. */
  keyFile: string | undefined;
}

const LISTED = 20;

/**
 * Puts a backup into an empty data folder, after checking every file of it against its manifest.
 * @returns machine time of the backup
 * @throws {StartError} with what is wrong; the data folder is as it was then
 */
export async function restoreBackup({ backup, dataDir, dataKey, keyFile }: RestoreOrder): Promise<Date> {
  const manifest = await readManifest(backup);
  if ((await readdir(dataDir).catch(() => [])).length > 0) throw new StartError(backupPhrases.notEmpty(dataDir));
  await checkFiles(backup, manifest);
  const key = keyFile === undefined ? dataKey : await readFile(keyFile, "utf8").catch(() => undefined);
  if (key === undefined) {
    throw new StartError(keyFile === undefined ? backupPhrases.keyMissing() : backupPhrases.keyUnreadable(keyFile));
  }
  if (keyMarkOf(await readDataKey(key.trim(), dataDir)) !== manifest.keyMark)
    throw new StartError(backupPhrases.otherKey());
  const partial = `${dataDir}.restoring`;
  await rm(partial, { recursive: true, force: true });
  try {
    await copyAll(backup, partial, manifest);
    if (keyFile !== undefined) await writeFile(join(partial, "data.key"), key.trim(), { mode: 0o600 });
    await giveToServer(partial);
    const madeAt = new Date(manifest.madeAt);
    await mark(partial, madeAt);
    // Whatever came into the folder meanwhile stays.
    await rmdir(dataDir).catch(unlessMissing);
    await rename(partial, dataDir);
    return madeAt;
  } catch (cause) {
    await rm(partial, { recursive: true, force: true });
    if (!isDiskTrouble(cause)) throw cause;
    throw new StartError(backupPhrases.notWritable(dataDir), { cause });
  }
}

function unlessMissing(error: unknown): void {
  if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
}

async function checkFiles(backup: string, manifest: Manifest): Promise<void> {
  const found = await differences(backup, manifest);
  if (found.length === 0) return;
  const lines = found.slice(0, LISTED).map(({ path, what }) => `${backupPhrases.difference[what]} ${path}`);
  const more = found.length > LISTED ? [backupPhrases.more(found.length - LISTED)] : [];
  throw new StartError(backupPhrases.notAsMade([...lines, ...more]));
}

async function copyAll(backup: string, to: string, { folders, files }: Manifest): Promise<void> {
  for (const folder of folders) await mkdir(join(to, folder), { recursive: true, mode: 0o700 });
  for (const [path, { sha256 }] of Object.entries(files)) {
    const copied = await copyFile(join(backup, path), join(to, path));
    if (copied?.sha256 !== sha256)
      throw new StartError(backupPhrases.notAsMade([`${backupPhrases.difference.changed} ${path}`]));
  }
}

/** Where the server runs as a user of its own, its files are that user's. */
async function giveToServer(dataDir: string): Promise<void> {
  const { uid, gid } = withoutRoot().options;
  if (uid === undefined || gid === undefined) return;
  // The user must be able to pass through it.
  await chmod(dataDir, 0o711);
  const cluster = join(dataDir, "postgres");
  const entries = await readdir(cluster, { recursive: true, withFileTypes: true });
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  for (const path of [cluster, ...paths, join(dataDir, "postgres.password")]) await chown(path, uid, gid);
}

/** The first start after the copy: the server recovers, and the database knows that it is a copy. */
async function mark(dataDir: string, madeAt: Date): Promise<void> {
  const server = await startEmbeddedServer(dataDir);
  const client = new pg.Client({ connectionString: server.url });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query(
      "insert into database_mark (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value",
      [RESTORED_MARK, madeAt.toISOString()],
    );
  } finally {
    await client.end().catch(() => undefined);
    await server.stop();
  }
}
