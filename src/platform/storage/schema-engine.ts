import { readFileSync } from "node:fs";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";

/** The few calls of Prisma's schema engine that are used; its package exports no types for them. */
export interface SchemaEngine {
  diff(input: object): Promise<{ stdout: string | null }>;
  applyMigrations(input: object): Promise<{ appliedMigrationNames: string[] }>;
  /** Gives its connections back. */
  close(): Promise<void>;
}

export interface SchemaFile {
  path: string;
  content: string;
}

interface EngineModule {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
  SchemaEngine: { new: (options: object, log: () => void, adapter: object) => Promise<Omit<SchemaEngine, "close">> };
}

const PACKAGE = "@prisma/schema-engine-wasm";

/**
 * Prisma's own schema engine as WebAssembly: the native one is not to be had on closed networks. The package does not
 * name these two files as entry points, so they are opened by path and instantiated by hand.
 */
export async function openSchemaEngine(url: string, schema: readonly SchemaFile[]): Promise<SchemaEngine> {
  const entry = import.meta.resolve(PACKAGE);
  const engine: EngineModule = await import(new URL("schema_engine_bg.js", entry).href);
  const code = readFileSync(new URL("schema_engine_bg.wasm", entry));
  const { instance } = await WebAssembly.instantiate(code, {
    "./schema_engine_bg.js": engine as unknown as WebAssembly.ModuleImports,
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

/** Nothing in the database lies outside the schema, as far as the engine is concerned. */
export const NO_FILTERS = { externalTables: [], externalEnums: [] };
