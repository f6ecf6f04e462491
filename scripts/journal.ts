// npm run journal -- verify: checks the chain of the journal and replays it, on the database the environment names.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { journalSchema } from "../src/campaign/features.ts";
import { environment } from "../src/config.ts";
import { journalPhrases } from "../src/platform/journal/phrases.ts";
import { reportJournal } from "../src/platform/journal/report.ts";
import { openDatabase } from "../src/platform/storage/database.ts";
import { startEmbeddedServer } from "../src/platform/storage/embedded/embedded-server.ts";
import { StartError } from "../src/shared/start-error.ts";

const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
const { DATABASE_URL, DATA_DIR } = environment.pick({ DATABASE_URL: true, DATA_DIR: true }).parse(given);

try {
  if (process.argv[2] !== "verify") throw new StartError(journalPhrases.usage());
  const server = DATABASE_URL === undefined ? await serverIn(DATA_DIR) : undefined;
  const database = await openDatabase(DATABASE_URL ?? server?.url ?? "");
  const { lines, sound } = await reportJournal(database, journalSchema());
  console.log(lines.join("\n"));
  await database.close();
  // One that ran before belongs to somebody else.
  if (server?.started) await server.stop();
  process.exitCode = sound ? 0 : 1;
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** The server of the folder, attached to or started; a folder without a database stays as it is. */
function serverIn(dataDir: string) {
  if (!existsSync(join(dataDir, "postgres", "PG_VERSION"))) {
    throw new StartError(journalPhrases.noDatabase(dataDir));
  }
  return startEmbeddedServer(dataDir);
}
