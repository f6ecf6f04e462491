import { readFileSync } from "node:fs";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";
import type { SchemaFile } from "./tables/models.ts";

/** The subset of Prisma's schema engine that is used; its package exports no types. */
export interface SchemaEngine {
  diff(input: object): Promise<{ stdout: string | null }>;
  applyMigrations(input: object): Promise<{ appliedMigrationNames: string[] }>;
  /** Closes its connections. */
  close(): Promise<void>;
}

interface EngineModule {
  __wbg_set_wasm(exports: Record<string, unknown>): void;
  SchemaEngine: { new: (options: object, log: () => void, adapter: object) => Promise<Omit<SchemaEngine, "close">> };
}

const PACKAGE = "@prisma/schema-engine-wasm";

/**
 * Loads Prisma's schema engine as WebAssembly: the native one cannot be downloaded on closed networks. The package does
 * not export these two files, so they are loaded by path.
 */
export async function openSchemaEngine(url: string, schema: readonly SchemaFile[]): Promise<SchemaEngine> {
  const entry = import.meta.resolve(PACKAGE);
  const engine: EngineModule = await import(new URL("schema_engine_bg.js", entry).href);
  const code = readFileSync(new URL("schema_engine_bg.wasm", entry));
  const { instance } = await WebAssembly.instantiate(code, {
    "./schema_engine_bg.js": engine as unknown as Record<string, never>,
  });
  engine.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
  const pool = new pg.Pool({ connectionString: url });
  pool.on("error", () => undefined);
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool));
  const datamodels = schema.map(({ path, content }) => [path, content]);
  const opened = await engine.SchemaEngine.new({ datamodels }, () => {}, adapter);
  return {
    diff: (input) => opened.diff(input),
    applyMigrations: (input) => opened.applyMigrations(input),
    close: () => pool.end(),
  };
}

/** The engine need not ignore any table or enum. */
export const NO_FILTERS = { externalTables: [], externalEnums: [] };
