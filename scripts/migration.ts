// npm run migration -- <name>: writes prisma/migrations/<time>_<name>/ with what the models ask for beyond the last
// migration. It compares models with models (each migration keeps the models it leads to); the engine only wants a
// server to talk to, so a throw-away one is started.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedServer } from "../src/platform/storage/embedded/embedded-server.ts";
import { NO_FILTERS, openSchemaEngine } from "../src/platform/storage/schema-engine.ts";
import { readSchema } from "../src/platform/storage/tables/models.ts";

const FOLDER = "prisma/migrations";
const MODELS = "models.snapshot";

mkdirSync(FOLDER, { recursive: true });
const last = readdirSync(FOLDER)
  .filter((name) => existsSync(join(FOLDER, name, MODELS)))
  .sort()
  .at(-1);
const models = readSchema();
const dataDir = mkdtempSync(join(tmpdir(), "jiayuan-migration-"));
const server = await startEmbeddedServer(dataDir);
const engine = await openSchemaEngine(server.url, models);
const { stdout } = await engine.diff({
  from: last
    ? { tag: "schemaDatamodel", files: [{ path: MODELS, content: readFileSync(join(FOLDER, last, MODELS), "utf8") }] }
    : { tag: "empty" },
  to: { tag: "schemaDatamodel", files: models },
  script: true,
  exitCode: null,
  shadowDatabaseUrl: null,
  filters: NO_FILTERS,
});
if (!stdout || stdout.includes("empty migration")) {
  console.log("The models ask for nothing new.");
} else {
  const time = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const target = join(FOLDER, `${time}_${process.argv[2] ?? "change"}`);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, "migration.sql"), stdout);
  writeFileSync(join(target, MODELS), models.map(({ content }) => content).join("\n"));
  console.log(`${target}/migration.sql`);
}
await engine.close();
await server.stop();
rmSync(dataDir, { recursive: true, force: true });
process.exit(0);
