// npm run rotate-key [-- --to <file>]: encrypts everything with another key, while no bot runs.
import { existsSync } from "node:fs";
import { link, readFile, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { environment } from "../src/config.ts";
import { openDatabase } from "../src/platform/storage/database.ts";
import { startEmbeddedServer } from "../src/platform/storage/embedded/embedded-server.ts";
import { keyIn, readDataKey } from "../src/platform/storage/encryption.ts";
import { storagePhrases } from "../src/platform/storage/phrases.ts";
import { rotateKey } from "../src/platform/storage/rotate-key.ts";
import { StartError } from "../src/shared/start-error.ts";

const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
const { DATABASE_URL, DATA_DIR, DATA_KEY } = environment
  .pick({ DATABASE_URL: true, DATA_DIR: true, DATA_KEY: true })
  .parse(given);

try {
  const { to } = parseArgs({ options: { to: { type: "string" } } }).values;
  const dataDir = resolve(DATA_DIR);
  const [current, next, earlier] = ["data.key", "data.key.next", "data.key.old"].map((name) => join(dataDir, name)) as [
    string,
    string,
    string,
  ];
  if (DATA_KEY !== undefined && to === undefined) throw new StartError(storagePhrases.newKeyMissing());
  if (DATA_KEY === undefined && !existsSync(current)) throw new StartError(storagePhrases.noKeyFile(current));
  if (DATABASE_URL === undefined && !existsSync(join(dataDir, "postgres", "PG_VERSION")))
    throw new StartError(storagePhrases.noDatabaseIn(dataDir));
  const from = await readDataKey(DATA_KEY, dataDir);
  const renewed =
    to === undefined ? await keyIn(next) : await readDataKey((await readFile(to, "utf8")).trim(), dataDir);
  const server = DATABASE_URL === undefined ? await startEmbeddedServer(dataDir) : undefined;
  const database = await openDatabase(DATABASE_URL ?? server?.url ?? "");
  try {
    const rotated = await rotateKey(database, { from, to: renewed, filesFolder: join(dataDir, "files") });
    if (to === undefined) {
      await rm(earlier, { force: true });
      await link(current, earlier);
      await rename(next, current);
    }
    console.log(storagePhrases.rotated(rotated));
    console.log(to === undefined ? storagePhrases.oldKeyKept(earlier) : storagePhrases.useNewKey());
  } finally {
    await database.close();
    if (server?.started) await server.stop();
  }
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
