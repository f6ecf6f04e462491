import { fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeArchive } from "../../../src/campaign/archive/folder.ts";
import { partsOf } from "../../../src/campaign/archive/parts.ts";
import { writeLargeZip } from "../../../src/platform/documents/zip/write-large-zip.ts";
import { makeEncryption } from "../../../src/platform/storage/encryption.ts";
import { type FileStore, makeFolderStore } from "../../../src/platform/storage/files.ts";

const AT = new Date("2023-11-02T10:00:00+08:00");
const MEGABYTE = 1024 * 1024;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jiayuan-parts-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const filesIn = async (of: string): Promise<string[]> =>
  (await readdir(of, { recursive: true, withFileTypes: true }))
    .filter((one) => !one.isDirectory())
    .map(({ name }) => name)
    .sort();

/** Of 11 MB each: two do not fit into one part. */
const contents = ["一.jpg", "二.jpg", "三.jpg"].map((name) => ({ name, bytes: randomBytes(11 * MEGABYTE) }));

/** A store whose disk is full in the middle of one of its files. @param at which: the first is 1 */
function fullAt(store: FileStore, at: number): FileStore {
  let count = 0;
  async function* broken(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      yield piece;
      throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
    }
  }
  return {
    ...store,
    putPieces(pieces) {
      count += 1;
      return store.putPieces(count === at ? broken(pieces) : pieces);
    },
  };
}

test("a disk that is full within the second part leaves the first, which is noted, and no half one; erased, nothing is left", async () => {
  const { path } = await writeArchive(join(folder, "archives"), "卷宗.zip", writeLargeZip(contents, AT));
  const inStore = join(folder, "files");
  const store = makeFolderStore(inStore, makeEncryption(randomBytes(32)));
  const noted: string[] = [];

  const made = partsOf(fullAt(store, 2), path, { name: "卷宗.zip", at: AT, stored: async (hash) => noted.push(hash) });

  await expect(made).rejects.toMatchObject({ code: "storage.full" });
  expect(noted).toHaveLength(1);
  expect(await filesIn(inStore)).toEqual(noted);

  for (const hash of noted) await store.erase(hash);
  expect(await filesIn(inStore)).toEqual([]);

  const again = await partsOf(store, path, { name: "卷宗.zip", at: AT, stored: async () => undefined });
  expect(again).toMatchObject({ kind: "parts", left: [] });
  expect(again.kind === "parts" && again.parts.map(({ name }) => name)).toEqual([
    ...["卷宗_第1份共3份.zip", "卷宗_第2份共3份.zip", "卷宗_第3份共3份.zip"],
  ]);
});

test("a program killed while it writes an archive leaves nothing that looks like one, and the next attempt removes what it left", async () => {
  const archives = join(folder, "killed");
  const program = fork(join(import.meta.dirname, "support", "endless-archive.ts"), [archives, "卷宗.zip"]);
  await once(program, "message");
  program.kill("SIGKILL");
  await once(program, "exit");

  const left = await filesIn(archives);
  expect(left).toEqual([`.卷宗.zip.${program.pid}.part`]);

  await writeArchive(archives, "卷宗.zip", writeLargeZip(contents.slice(0, 1), AT));
  expect(await filesIn(archives)).toEqual(["卷宗.zip"]);
});
