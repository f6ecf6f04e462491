import { join } from "node:path";
import { makeClosing } from "../../shared/closing.ts";
import type { Log } from "../../shared/log.ts";
import { StartError } from "../../shared/start-error.ts";
import { prepareFolder } from "./data-folder.ts";
import { type Database, openDatabase } from "./database.ts";
import { startEmbeddedServer, stopServerIn, watchServer } from "./embedded/embedded-server.ts";
import { type Encryption, makeEncryption, readDataKey } from "./encryption.ts";
import { type FileStore, makeFolderStore } from "./files.ts";
import { KEY_MARK, ROTATION_MARK } from "./key-marks.ts";
import { applyMigrations } from "./migrations.ts";
import { storagePhrases } from "./phrases.ts";

export interface StorageSettings {
  databaseUrl: string | undefined;
  dataDir: string;
  dataKey: string | undefined;
  log: Log;
  /** Marks a newly created database as a demo's, which may be reset. */
  demo: boolean;
}

export interface Storage {
  database: Database;
  encryption: Encryption;
  files: FileStore;
  /** Folder of whole archives. */
  archives: string;
  /** Process id of the embedded server, if any. */
  pid: number | undefined;
  close(): Promise<void>;
}

/**
 * Opens the database (the embedded one unless a URL is given), the file store and the encryption key.
 * @throws {StartError}
 */
export async function openStorage(settings: StorageSettings): Promise<Storage> {
  const { databaseUrl, dataDir, dataKey, demo, log } = settings;
  await prepareFolder(dataDir);
  const encryption = makeEncryption(await readDataKey(dataKey, dataDir));
  const closing = makeClosing();
  // Nobody catches it: the process ends in order, and is started anew on the new address.
  const onMoved = () => {
    throw new Error("the database came back on another port, stopping");
  };
  const failed = (error: unknown) => log.error({ error: String(error) }, "the database could not be restarted");
  try {
    const server = databaseUrl === undefined ? await startEmbeddedServer(dataDir) : undefined;
    // By data folder, because a server that died is replaced by another process.
    if (server) closing.add(() => stopServerIn(dataDir));
    const url = databaseUrl ?? server?.url ?? "";
    const database = await openDatabase(url);
    closing.add(database.close);
    const { isNew } = await applyMigrations(url);
    if (isNew && demo && isLocal(url)) await markDemo(database);
    await server?.synced;
    await checkKey(database, encryption);
    if (server) closing.add(watchServer(dataDir, server, { onFailure: failed, onMoved }));
    const files = makeFolderStore(join(dataDir, "files"), encryption);
    const archives = join(dataDir, "archives");
    return { database, encryption, files, archives, pid: server?.pid, close: closing.close };
  } catch (error) {
    await closing.close();
    throw error;
  }
}

/** In a database that was restored from a backup, until it is settled what is not sent again. */
export const RESTORED_MARK = "restored";

/**
 * What the first start sealed must open.
 * @throws {StartError} when the database was written with another key, or is being encrypted with another
 */
async function checkKey({ tables }: Database, encryption: Encryption): Promise<void> {
  if (await tables.databaseMark.findUnique({ where: { key: ROTATION_MARK } }))
    throw new StartError(storagePhrases.rotationUnderWay());
  const mark = await tables.databaseMark.findUnique({ where: { key: KEY_MARK } });
  // One of before the mark has what people said.
  const said = mark ? null : await tables.inboxEvent.findFirst({ where: { body: { not: null } } });
  const sealed = mark ? Buffer.from(mark.value, "base64") : said?.body;
  try {
    if (sealed) encryption.open(sealed);
  } catch (cause) {
    throw new StartError(storagePhrases.otherDataKey(), { cause });
  }
  if (mark) return;
  const value = encryption.seal(KEY_MARK).toString("base64");
  await tables.databaseMark.createMany({ data: { key: KEY_MARK, value }, skipDuplicates: true });
}

const isLocal = (url: string): boolean => ["127.0.0.1", "localhost", "[::1]"].includes(new URL(url).hostname);

const markDemo = (database: Database): Promise<unknown> =>
  database.tables.databaseMark.createMany({ data: { key: "demo", value: "yes" }, skipDuplicates: true });

/** Whether the database belongs to a demo; only such a database may be emptied. */
export const isDemo = async (database: Database): Promise<boolean> =>
  (await database.tables.databaseMark.findUnique({ where: { key: "demo" } })) !== null;

const PRESERVED_TABLES = ["database_mark", "_prisma_migrations"];

/** Deletes all rows of a demo's database. As a transaction, because it may meet one that locks the tables in another order. */
export async function emptyDatabase(database: Database): Promise<void> {
  const tables = await database.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and not tablename = any($1::text[])",
    [PRESERVED_TABLES],
  );
  const names = tables.map(({ name }) => `public."${name}"`).join(", ");
  await database.inTransaction((tx) => tx.$executeRawUnsafe(`truncate ${names} restart identity`));
}
