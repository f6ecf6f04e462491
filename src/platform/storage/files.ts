import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Encryption } from "./encryption.ts";

/** Content-addressed store of received and produced files. */
export interface FileStore {
  /** @returns the hexadecimal SHA-256 of the content */
  put(bytes: Uint8Array): Promise<string>;
  /** @throws when the file does not exist */
  get(hash: string): Promise<Buffer>;
  /** Deletes the file; one that does not exist is no error. */
  erase(hash: string): Promise<void>;
}

/** Begins an encrypted file; files of earlier versions are not encrypted. */
const SEALED = Buffer.from("JIAYUAN-SEALED-1\n");

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
      await writeFile(temporary, Buffer.concat([SEALED, sealBytes(bytes)]), { flush: true });
      await rename(temporary, pathOf(hash));
      return hash;
    },
    async get(hash) {
      const stored = await readFile(pathOf(hash));
      return stored.subarray(0, SEALED.length).equals(SEALED) ? openBytes(stored.subarray(SEALED.length)) : stored;
    },
    erase: (hash) => rm(pathOf(hash), { force: true }),
  };
}
