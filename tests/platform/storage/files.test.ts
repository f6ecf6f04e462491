import { createHash, randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeEncryption } from "../../../src/platform/storage/encryption.ts";
import { type FileStore, makeFolderStore } from "../../../src/platform/storage/files.ts";

let folder: string;
let files: FileStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "jiayuan-files-"));
  files = makeFolderStore(folder, makeEncryption(randomBytes(32)));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const pathOf = (hash: string): string => join(folder, hash.slice(0, 2), hash);
const hashOf = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

test("a file is found by the hash of its content and does not lie open on the disk", async () => {
  const content = Buffer.from("工作报告全文");

  const hash = await files.put(content);

  expect(hash).toBe(hashOf(content));
  expect(await files.get(hash)).toEqual(content);
  expect((await readFile(pathOf(hash))).includes(content)).toBe(false);
});

test("a file that an earlier version stored unencrypted is read as it is", async () => {
  const content = Buffer.from("%PDF-1.4 报告");
  const hash = hashOf(content);
  await mkdir(join(folder, hash.slice(0, 2)), { recursive: true });
  await writeFile(pathOf(hash), content);

  expect(await files.get(hash)).toEqual(content);
});

test("an erased file is gone; erasing it again is no error", async () => {
  const hash = await files.put(Buffer.from("甲"));

  await files.erase(hash);
  await files.erase(hash);

  await expect(files.get(hash)).rejects.toThrow();
});
