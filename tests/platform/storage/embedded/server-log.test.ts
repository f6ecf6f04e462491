import { appendFile, mkdtemp, open, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { capLog, LOG_CAP } from "../../../../src/platform/storage/embedded/server-log.ts";

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "jiayuan-log-"));
  file = join(folder, "postgres.log");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("a log as large as its cap stays; one larger by a byte is moved aside, over the one of before", async () => {
  await writeFile(file, Buffer.alloc(LOG_CAP, "a"));
  await capLog(file);
  expect((await stat(file)).size).toBe(LOG_CAP);

  await writeFile(`${file}.1`, "of before");
  await appendFile(file, "b");
  await capLog(file);

  expect((await stat(file)).size).toBe(0);
  expect((await readFile(`${file}.1`)).length).toBe(LOG_CAP + 1);
});

test("who writes it meanwhile goes on in the emptied file", async () => {
  const writer = await open(file, "a");
  await writer.write(Buffer.alloc(LOG_CAP + 1, "a"));

  await capLog(file);
  await writer.write("after");
  await writer.close();

  expect(await readFile(file, "utf8")).toBe("after");
});

test("where there is none, none is made", async () => {
  await capLog(file);

  await expect(stat(file)).rejects.toThrow("ENOENT");
});
