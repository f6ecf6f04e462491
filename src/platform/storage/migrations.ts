import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { StartError } from "../../shared/start-error.ts";
import { storagePhrases } from "./phrases.ts";
import { NO_FILTERS, openSchemaEngine, type SchemaFile } from "./schema-engine.ts";

const PRISMA = fileURLToPath(new URL("../../../prisma", import.meta.url));
/** Advisory lock: one process at a time migrates. */
const LOCK = 4_120_230_810;

export interface Migration {
  name: string;
  sql: string;
}

export const readSchema = (): SchemaFile[] => [
  fileAt("schema.prisma"),
  ...readdirSync(join(PRISMA, "models")).map((file) => fileAt(join("models", file))),
];

const fileAt = (path: string): SchemaFile => ({ path, content: readFileSync(join(PRISMA, path), "utf8") });

export const readMigrations = (): Migration[] =>
  readdirSync(join(PRISMA, "migrations"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, sql: fileAt(join("migrations", name, "migration.sql")).content }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

/** The migrations in the schema engine's format. */
export const migrationsList = (migrations: readonly Migration[]) => ({
  baseDir: PRISMA,
  lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"' },
  shadowDbInitScript: "",
  migrationDirectories: migrations.map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
  })),
});

/**
 * Applies the pending migrations. Safe to call from several processes at once.
 * @returns the names of the migrations applied by this call
 * @throws {StartError} when an applied migration has been changed since
 */
export async function applyMigrations(url: string): Promise<string[]> {
  const migrations = readMigrations();
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    // Loading the engine is slow and only necessary for pending migrations.
    if (isUpToDate(migrations, await appliedMigrations(client))) return [];
    const engine = await openSchemaEngine(url, readSchema());
    const outcome = await engine
      .applyMigrations({ migrationsList: migrationsList(migrations), filters: NO_FILTERS })
      .finally(engine.close);
    return outcome.appliedMigrationNames;
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
  return migrations.every(({ name }) => applied.has(name));
}
