// npm run restore -- <backup> [--key <file>]: puts a backup into the empty data folder that DATA_DIR names.
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { environment } from "../src/config.ts";
import { backupPhrases } from "../src/platform/backup/phrases.ts";
import { restoreBackup } from "../src/platform/backup/restore-backup.ts";
import { shanghaiIso } from "../src/shared/civil-date.ts";
import { StartError } from "../src/shared/start-error.ts";

const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
const { DATABASE_URL, DATA_DIR, DATA_KEY } = environment
  .pick({ DATABASE_URL: true, DATA_DIR: true, DATA_KEY: true })
  .parse(given);

try {
  const { backup, keyFile } = readArguments();
  if (DATABASE_URL !== undefined) throw new StartError(backupPhrases.ownServer());
  const order = { backup: resolve(backup), dataDir: resolve(DATA_DIR), dataKey: DATA_KEY, keyFile };
  const madeAt = await restoreBackup(order);
  console.log(backupPhrases.restored(order.dataDir, shanghaiIso(madeAt)));
  console.log(backupPhrases.afterwards());
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function readArguments(): { backup: string; keyFile: string | undefined } {
  try {
    const { values, positionals } = parseArgs({ options: { key: { type: "string" } }, allowPositionals: true });
    const [backup] = positionals;
    if (backup === undefined || positionals.length > 1) throw new StartError(backupPhrases.usage());
    return { backup, keyFile: values.key };
  } catch (cause) {
    throw cause instanceof StartError ? cause : new StartError(backupPhrases.usage(), { cause });
  }
}
