import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Encryption } from "./encryption.ts";
import { storagePhrases } from "./phrases.ts";

/** Content-addressed store of received and produced files. */
export interface FileStore {
  /**
   * @returns the hexadecimal SHA-256 of the content
   * @throws {RefusalError} when the disk is full
   */
  put(bytes: Uint8Array): Promise<string>;
  /** @throws when the file does not exist */
  get(hash: string): Promise<Buffer>;
  /** Deletes the file; one that does not exist is no error. */
  erase(hash: string): Promise<void>;
}

/** Begins an encrypted file; files of earlier versions are not encrypted. */
const SEALED = Buffer.from("JIAYUAN-SEALED-1\n");

const isFull = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT");

/** Files are encrypted at rest. */
export function makeFolderStore(
  folder: string,
  { sealBytes, openBytes }: Pick<Encryption, "sealBytes" | "openBytes">,
): FileStore {
  const pathOf = (hash: string) => join(folder, hash.slice(0, 2), hash);
  return {
    async put(bytes) {
      const hash = createHash("sha256").update(bytes).digest("hex");
      await mkdir(join(folder, hash.slice(0, 2)), { recursive: true });
      // Renamed once complete, so that no reader sees a partial file.
      const temporary = `${pathOf(hash)}.${process.pid}`;
      try {
        await writeFile(temporary, Buffer.concat([SEALED, sealBytes(bytes)]), { flush: true });
        await rename(temporary, pathOf(hash));
      } catch (error) {
        await rm(temporary, { force: true });
        throw isFull(error) ? new RefusalError("storage.full", storagePhrases.full()) : error;
      }
      return hash;
    },
    async get(hash) {
      const stored = await readFile(pathOf(hash));
      return stored.subarray(0, SEALED.length).equals(SEALED) ? openBytes(stored.subarray(SEALED.length)) : stored;
    },
    erase: (hash) => rm(pathOf(hash), { force: true }),
  };
}
