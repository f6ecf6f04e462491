import { createHash, randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
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

test("the same content stored by two at once is there, whole, once", async () => {
  const content = randomBytes(300_000);

  const hashes = await Promise.all(Array.from({ length: 8 }, () => files.put(content)));

  expect(new Set(hashes)).toEqual(new Set([hashOf(content)]));
  expect(await files.get(hashOf(content))).toEqual(content);
  expect(await readdir(join(folder, hashOf(content).slice(0, 2)))).toEqual([hashOf(content)]);
});

test("an erased file is gone; erasing it again is no error", async () => {
  const hash = await files.put(Buffer.from("甲"));

  await files.erase(hash);
  await files.erase(hash);

  await expect(files.get(hash)).rejects.toThrow();
});

test("what comes piece by piece is the same file as in one piece", async () => {
  const content = Buffer.from("证明材料".repeat(1_000));
  async function* pieces() {
    for (let at = 0; at < content.length; at += 1_000) yield content.subarray(at, at + 1_000);
  }

  const { hash, size } = await files.putPieces(pieces());

  expect([hash, size]).toEqual([hashOf(content), content.length]);
  expect(await files.get(hash)).toEqual(content);
  expect([await files.has(hash), await files.has(hashOf(Buffer.from("别的")))]).toEqual([true, false]);
});

test("nothing is left of a file whose pieces break off", async () => {
  async function* pieces() {
    yield Buffer.from("开头");
    throw new Error("broken off");
  }

  await expect(files.putPieces(pieces())).rejects.toThrow("broken off");
  expect(await readdir(folder)).toEqual([]);
});
