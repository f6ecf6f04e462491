import { join } from "node:path";
import { makeClosing } from "../../shared/closing.ts";
import { prepareFolder } from "./data-folder.ts";
import { type Database, openDatabase } from "./database.ts";
import { startEmbeddedServer, stopServerIn } from "./embedded/embedded-server.ts";
import { watchServer } from "./embedded/watch-server.ts";
import { type Encryption, makeEncryption, readDataKey } from "./encryption.ts";
import { type FileStore, makeFolderStore } from "./files.ts";
import { applyMigrations } from "./migrations.ts";

export interface StorageSettings {
  databaseUrl: string | undefined;
  dataDir: string;
  dataKey: string | undefined;
  /** Whether a database created now is a demo's, which may be reset. */
  demo: boolean;
}

export interface Storage {
  database: Database;
  encryption: Encryption;
  files: FileStore;
  /** The process of the embedded server, where there is one. */
  pid: number | undefined;
  close(): Promise<void>;
}

/**
 * Everything that lasts: the database (started here unless one is named), files, and the key to bodies.
 * @throws {StartTrouble}
 */
export async function openStorage(settings: StorageSettings): Promise<Storage> {
  const { databaseUrl, dataDir, dataKey, demo } = settings;
  await prepareFolder(dataDir);
  const encryption = makeEncryption(await readDataKey(dataKey, dataDir));
  const closing = makeClosing();
  try {
    const server = databaseUrl === undefined ? await startEmbeddedServer(dataDir) : undefined;
    // Whatever server runs there by then: one that died meanwhile has been replaced.
    if (server) closing.add(() => stopServerIn(dataDir));
    const url = databaseUrl ?? server?.url ?? "";
    const database = await openDatabase(url);
    closing.add(database.close);
    const created = (await applyMigrations(url)).length > 0;
    if (created && demo && isLocal(url)) await markDemo(database);
    if (server) closing.add(watchServer(dataDir, server));
    const files = makeFolderStore(join(dataDir, "files"));
    return { database, encryption, files, pid: server?.pid, close: closing.close };
  } catch (error) {
    await closing.close();
    throw error;
  }
}

const isLocal = (url: string): boolean => ["127.0.0.1", "localhost", "[::1]"].includes(new URL(url).hostname);

const markDemo = (database: Database): Promise<unknown> =>
  database.prisma.databaseMark.createMany({ data: { key: "demo", value: "yes" }, skipDuplicates: true });

/** Whether the database was created for a demo: only such a one may be emptied. */
export const isDemo = async (database: Database): Promise<boolean> =>
  (await database.prisma.databaseMark.findUnique({ where: { key: "demo" } })) !== null;

const KEPT = ["database_mark", "_prisma_migrations"];

/** Empties a demo's database, as at first start. */
export async function emptyDatabase(database: Database): Promise<void> {
  const tables = await database.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and not tablename = any($1::text[])",
    [KEPT],
  );
  const names = tables.map(({ name }) => `public."${name}"`).join(", ");
  await database.query(`truncate ${names} restart identity; delete from pgboss.job`, []);
}
