import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, openDatabase } from "../../src/platform/storage/database.ts";
import { startEmbeddedServer } from "../../src/platform/storage/embedded/embedded-server.ts";
import { applyMigrations } from "../../src/platform/storage/migrations.ts";

export interface EmptyDatabase {
  url: string;
  database: Database;
  end(): Promise<void>;
}

/** A server of its own with the tables and nothing in them; ended, it leaves nothing behind. */
export async function emptyDatabase(): Promise<EmptyDatabase> {
  const folder = await mkdtemp(join(tmpdir(), "jiayuan-empty-"));
  const server = await startEmbeddedServer(folder);
  await applyMigrations(server.url);
  const database = await openDatabase(server.url);
  return {
    url: server.url,
    database,
    async end() {
      await database.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
