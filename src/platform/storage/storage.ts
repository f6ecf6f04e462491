import { join } from "node:path";
import { makeClosing } from "../../shared/closing.ts";
import { prepareFolder } from "./data-folder.ts";
import { type Database, openDatabase } from "./database.ts";
import { startEmbeddedServer, stopServerIn, watchServer } from "./embedded/embedded-server.ts";
import { type Encryption, makeEncryption, readDataKey } from "./encryption.ts";
import { type FileStore, makeFolderStore } from "./files.ts";
import { applyMigrations } from "./migrations.ts";

export interface StorageSettings {
  databaseUrl: string | undefined;
  dataDir: string;
  dataKey: string | undefined;
  /** Marks a newly created database as a demo's, which may be reset. */
  demo: boolean;
}

export interface Storage {
  database: Database;
  encryption: Encryption;
  files: FileStore;
  /** Process id of the embedded server, if any. */
  pid: number | undefined;
  close(): Promise<void>;
}

/**
 * Opens the database (the embedded one unless a URL is given), the file store and the encryption key.
 * @throws {StartError}
 */
export async function openStorage(settings: StorageSettings): Promise<Storage> {
  const { databaseUrl, dataDir, dataKey, demo } = settings;
  await prepareFolder(dataDir);
  const encryption = makeEncryption(await readDataKey(dataKey, dataDir));
  const closing = makeClosing();
  try {
    const server = databaseUrl === undefined ? await startEmbeddedServer(dataDir) : undefined;
    // By data folder, because a server that died is replaced by another process.
    if (server) closing.add(() => stopServerIn(dataDir));
    const url = databaseUrl ?? server?.url ?? "";
    const database = await openDatabase(url);
    closing.add(database.close);
    const created = (await applyMigrations(url)).length > 0;
    if (created && demo && isLocal(url)) await markDemo(database);
    if (server) closing.add(watchServer(dataDir, server));
    const files = makeFolderStore(join(dataDir, "files"), encryption);
    return { database, encryption, files, pid: server?.pid, close: closing.close };
  } catch (error) {
    await closing.close();
    throw error;
  }
}

const isLocal = (url: string): boolean => ["127.0.0.1", "localhost", "[::1]"].includes(new URL(url).hostname);

const markDemo = (database: Database): Promise<unknown> =>
  database.prisma.databaseMark.createMany({ data: { key: "demo", value: "yes" }, skipDuplicates: true });

/** Whether the database belongs to a demo; only such a database may be emptied. */
export const isDemo = async (database: Database): Promise<boolean> =>
  (await database.prisma.databaseMark.findUnique({ where: { key: "demo" } })) !== null;

const PRESERVED_TABLES = ["database_mark", "_prisma_migrations"];

/** Deletes all rows of a demo's database. */
export async function emptyDatabase(database: Database): Promise<void> {
  const tables = await database.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and not tablename = any($1::text[])",
    [PRESERVED_TABLES],
  );
  const names = tables.map(({ name }) => `public."${name}"`).join(", ");
  await database.query(`truncate ${names} restart identity`, []);
}
