import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { backUpTonight } from "../../../src/platform/backup/nightly.ts";
import { backupPhrases } from "../../../src/platform/backup/phrases.ts";
import { silentLog } from "../../../src/shared/log.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jiayuan-nightly-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("a night without a backup is told with its reason, and with the last good one, of which there is none", async () => {
  const told: unknown[] = [];
  const settings = { BACKUP_DIR: join(folder, "backups"), BACKUP_KEEP: 3, DATA_DIR: folder, CAMPAIGN: [] };

  await backUpTonight(settings, { log: silentLog, onFailure: async (failure) => void told.push(failure) });

  expect(told).toEqual([{ sentence: backupPhrases.noDatabase(folder), last: undefined }]);
});

test("that nobody could be told does not end the process", async () => {
  const settings = { BACKUP_DIR: join(folder, "backups"), BACKUP_KEEP: 3, DATA_DIR: folder, CAMPAIGN: [] };
  const onFailure = () => Promise.reject(new Error("the database is away"));

  await expect(backUpTonight(settings, { log: silentLog, onFailure })).resolves.toBeUndefined();
});
