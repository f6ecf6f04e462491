import { createHash, randomUUID } from "node:crypto";
import { access, type FileHandle, mkdir, open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { RefusalError } from "../../shared/refusal-error.ts";
import { type Encryption, HEAD_BYTES } from "./encryption.ts";
import { storagePhrases } from "./phrases.ts";

/** Content-addressed store of received and produced files. */
export interface FileStore {
  /**
   * @returns the hexadecimal SHA-256 of the content
   * @throws {RefusalError} when the disk is full
   */
  put(bytes: Uint8Array): Promise<string>;
  /**
   * Stores what comes piece by piece, without ever holding all of it.
   * @throws {RefusalError} when the disk is full
   */
  putPieces(pieces: AsyncIterable<Uint8Array>): Promise<StoredPieces>;
  /** @throws when the file does not exist */
  get(hash: string): Promise<Buffer>;
  has(hash: string): Promise<boolean>;
  /** Deletes the file; one that does not exist is no error. */
  erase(hash: string): Promise<void>;
}

export interface StoredPieces {
  /** As {@link FileStore.put} gives it. */
  hash: string;
  /** In bytes. */
  size: number;
}

/** Begins an encrypted file; files of earlier versions are not encrypted. */
const SEALED = Buffer.from("JIAYUAN-SEALED-1\n");

/** Whether the disk, or the owner's share of it, is full. */
export const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT");

/** A name is on disk only when its folder is: what the database says is there survives a power cut. */
async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folder, and writes names at once.
  if (process.platform === "win32") return;
  const opened = await open(folder);
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}

/** Files are encrypted at rest. */
export function makeFolderStore(
  folder: string,
  { sealBytes, openBytes, sealPieces }: Pick<Encryption, "sealBytes" | "openBytes" | "sealPieces">,
): FileStore {
  const pathOf = (hash: string) => join(folder, hash.slice(0, 2), hash);
  /** Renamed once complete, so that no reader sees a partial file. */
  async function complete<Result extends { hash: string }>(
    temporary: string,
    write: () => Promise<Result>,
  ): Promise<Result> {
    try {
      await mkdir(dirname(temporary), { recursive: true });
      const result = await write();
      await mkdir(dirname(pathOf(result.hash)), { recursive: true });
      await rename(temporary, pathOf(result.hash));
      await syncFolder(dirname(pathOf(result.hash)));
      return result;
    } catch (error) {
      await rm(temporary, { force: true });
      throw isDiskFull(error) ? new RefusalError("storage.full", storagePhrases.full()) : error;
    }
  }
  /** Under way in this process: who comes with the same content waits for it. */
  const stored = new Map<string, Promise<string>>();
  async function store(hash: string, bytes: Uint8Array): Promise<string> {
    const temporary = `${pathOf(hash)}.${process.pid}`;
    const sealed = Buffer.concat([SEALED, sealBytes(bytes)]);
    await complete(temporary, async () => {
      await writeFile(temporary, sealed, { flush: true });
      return { hash };
    });
    return hash;
  }
  return {
    put(bytes) {
      const hash = createHash("sha256").update(bytes).digest("hex");
      const underWay = stored.get(hash) ?? store(hash, bytes).finally(() => stored.delete(hash));
      stored.set(hash, underWay);
      return underWay;
    },
    async putPieces(pieces) {
      const temporary = join(folder, `${randomUUID()}.${process.pid}`);
      return complete(temporary, async () => {
        const file = await open(temporary, "w");
        try {
          return await writePieces(file, pieces, sealPieces());
        } finally {
          await file.close();
        }
      });
    },
    async get(hash) {
      const stored = await readFile(pathOf(hash));
      return stored.subarray(0, SEALED.length).equals(SEALED) ? openBytes(stored.subarray(SEALED.length)) : stored;
    },
    has: (hash) =>
      access(pathOf(hash)).then(
        () => true,
        () => false,
      ),
    erase: (hash) => rm(pathOf(hash), { force: true }),
  };
}

/** The head is known at the end and stands before the pieces. */
async function writePieces(
  file: FileHandle,
  pieces: AsyncIterable<Uint8Array>,
  sealing: ReturnType<Encryption["sealPieces"]>,
): Promise<StoredPieces> {
  const sum = createHash("sha256");
  let size = 0;
  // Unlike `write`, `writeFile` writes all of it, from where the file stands.
  await file.writeFile(Buffer.concat([SEALED, Buffer.alloc(HEAD_BYTES)]));
  for await (const piece of pieces) {
    sum.update(piece);
    size += piece.length;
    await file.writeFile(sealing.seal(piece));
  }
  await file.write(sealing.head(), 0, HEAD_BYTES, SEALED.length);
  await file.sync();
  return { hash: sum.digest("hex"), size };
}
