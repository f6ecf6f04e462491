import cron from "node-cron";
import type { Log } from "../../shared/log.ts";
import { StartError } from "../../shared/start-error.ts";
import { lastBackup, makeBackup } from "./make-backup.ts";

/** Machine time. */
const AT = "30 2 * * *";

export interface NightlySettings {
  BACKUP_DIR?: string | undefined;
  BACKUP_KEEP: number;
  DATABASE_URL?: string | undefined;
  DATA_DIR: string;
  DATA_KEY?: string | undefined;
  CAMPAIGN: readonly string[];
}

export interface NightlyDeps {
  log: Log;
  /** @param failure a sentence for people where the trouble is known, and the name of the last good backup, if any */
  onFailure(failure: { sentence: string | undefined; last: string | undefined }): Promise<void>;
}

/** A backup older than this was missed: the machine was off at night, or the backup failed. */
const MISSED_AFTER_MS = 24 * 3_600_000;

/** Whether a night was missed. @param last undefined: there is no backup yet */
export const isMissed = (last: Date | undefined, now: Date): boolean =>
  last === undefined || now.getTime() - last.getTime() > MISSED_AFTER_MS;

/**
 * Where a folder is given, and the database is the embedded one; a night that was missed is made up for at once.
 * @returns a function that ends this
 */
export function backUpNightly(settings: NightlySettings, deps: NightlyDeps): () => void {
  const { BACKUP_DIR: into, DATABASE_URL } = settings;
  if (into === undefined || DATABASE_URL !== undefined) return () => undefined;
  const backUp = () => backUpTonight({ ...settings, BACKUP_DIR: into }, deps);
  const night = cron.schedule(AT, () => void backUp());
  void lastBackup(into).then(async (last) => (isMissed(last?.madeAt, new Date()) ? backUp() : undefined));
  return () => void night.stop();
}

/** One night's backup. */
export async function backUpTonight(
  settings: NightlySettings & { BACKUP_DIR: string },
  { log, onFailure }: NightlyDeps,
): Promise<void> {
  const { BACKUP_DIR: into, BACKUP_KEEP: keep, DATA_DIR: dataDir, DATA_KEY: dataKey, CAMPAIGN: campaigns } = settings;
  try {
    const { folder, files, bytes } = await makeBackup({ dataDir, dataKey, campaigns, into, keep, now: new Date() });
    log.info({ folder, files, bytes }, "backup made");
  } catch (error) {
    log.error({ error: String(error) }, "no backup was made");
    const sentence = error instanceof StartError ? error.message : undefined;
    await onFailure({ sentence, last: (await lastBackup(into))?.name }).catch((cause: unknown) =>
      log.error({ error: String(cause) }, "nobody was told that no backup was made"),
    );
  }
}
