// npm run backup -- [folder]: copies the data folder while the bot runs, the key apart.
import { resolve } from "node:path";
import { environment } from "../src/config.ts";
import { makeBackup } from "../src/platform/backup/make-backup.ts";
import { backupPhrases } from "../src/platform/backup/phrases.ts";
import { StartError } from "../src/shared/start-error.ts";

const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
const picked = {
  DATABASE_URL: true,
  DATA_DIR: true,
  DATA_KEY: true,
  CAMPAIGN: true,
  BACKUP_DIR: true,
  BACKUP_KEEP: true,
};
const { DATABASE_URL, DATA_DIR, DATA_KEY, CAMPAIGN, BACKUP_DIR, BACKUP_KEEP } = environment
  .pick(picked as { [Name in keyof typeof picked]: true })
  .parse(given);

try {
  const [folder = BACKUP_DIR ?? "./backups", ...more] = process.argv.slice(2);
  if (more.length > 0 || folder.startsWith("-")) throw new StartError(backupPhrases.usage());
  if (DATABASE_URL !== undefined) throw new StartError(backupPhrases.ownServer());
  const order = { dataDir: DATA_DIR, dataKey: DATA_KEY, campaigns: CAMPAIGN, into: resolve(folder), keep: BACKUP_KEEP };
  const backup = await makeBackup({ ...order, now: new Date() });
  const megabytes = (backup.bytes / 1024 / 1024).toFixed(1);
  console.log(backupPhrases.made(backup.folder, { files: backup.files, megabytes }));
  const keyFile = resolve(DATA_DIR, "data.key");
  console.log(DATA_KEY === undefined ? backupPhrases.keyApart(keyFile) : backupPhrases.keyGivenApart());
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
