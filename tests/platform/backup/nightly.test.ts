import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { backUpTonight, isMissed } from "../../../src/platform/backup/nightly.ts";
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

const NOW = new Date("2023-09-02T02:30:00Z");
test.each([
  ["there is none", undefined, true],
  ["the last is a day old", new Date("2023-09-01T02:30:00.000Z"), false],
  ["the last is a millisecond older than a day", new Date("2023-09-01T02:29:59.999Z"), true],
  ["the last was just made", NOW, false],
])("a night is missed or not: %s", (_, last, missed) => {
  expect(isMissed(last, NOW)).toBe(missed);
});
