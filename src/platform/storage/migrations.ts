import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { StartError } from "../../shared/start-error.ts";
import { storagePhrases } from "./phrases.ts";
import { NO_FILTERS, openSchemaEngine } from "./schema-engine.ts";
import { PRISMA_FOLDER, readSchema, readSchemaFile } from "./tables/models.ts";

/** Advisory lock: one process at a time migrates. */
const LOCK = 4_120_230_810;

export interface Migration {
  name: string;
  sql: string;
}

export const readMigrations = (): Migration[] =>
  readdirSync(join(PRISMA_FOLDER, "migrations"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, sql: readSchemaFile(join("migrations", name, "migration.sql")).content }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

/** The migrations in the schema engine's format. */
export const migrationsList = (migrations: readonly Migration[]) => ({
  baseDir: PRISMA_FOLDER,
  lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"' },
  shadowDbInitScript: "",
  migrationDirectories: migrations.map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
  })),
});

/**
 * Applies the pending migrations. Safe to call from several processes at once.
 * @returns whether the database was empty before
 * @throws {StartError} when an applied migration has been changed since, or is one of a newer program
 */
export async function applyMigrations(url: string): Promise<{ isNew: boolean }> {
  const migrations = readMigrations();
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    // Loading the engine is slow and only necessary for pending migrations.
    const applied = await appliedMigrations(client);
    if (isUpToDate(migrations, applied)) return { isNew: false };
    const engine = await openSchemaEngine(url, readSchema());
    await engine
      .applyMigrations({ migrationsList: migrationsList(migrations), filters: NO_FILTERS })
      .finally(engine.close);
    return { isNew: applied.size === 0 };
  } finally {
    await client.end();
  }
}

async function appliedMigrations(client: pg.Client): Promise<Map<string, string>> {
  const table = await client.query("select to_regclass('_prisma_migrations') as name");
  if (table.rows[0]?.name === null) return new Map();
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    "select migration_name, checksum from _prisma_migrations where finished_at is not null",
  );
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

function isUpToDate(migrations: readonly Migration[], applied: ReadonlyMap<string, string>): boolean {
  for (const { name, sql } of migrations) {
    const checksum = applied.get(name);
    if (checksum !== undefined && checksum !== createHash("sha256").update(sql).digest("hex")) {
      throw new StartError(storagePhrases.migrationChanged(name));
    }
  }
  const known = new Set(migrations.map(({ name }) => name));
  const newer = [...applied.keys()].find((name) => !known.has(name));
  if (newer !== undefined) throw new StartError(storagePhrases.newerDatabase(newer));
  return migrations.every(({ name }) => applied.has(name));
}
