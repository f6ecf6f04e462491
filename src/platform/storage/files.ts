import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Files received or produced, by content: the same bytes lie once and never change. */
export interface FileStore {
  /** @returns the sha256 of the bytes, hexadecimal: the file's name from now on */
  put(bytes: Uint8Array): Promise<string>;
  /** @throws when there is no such file */
  get(hash: string): Promise<Buffer>;
}

export function makeFolderStore(folder: string): FileStore {
  const pathOf = (hash: string) => join(folder, hash.slice(0, 2), hash);
  return {
    async put(bytes) {
      const hash = createHash("sha256").update(bytes).digest("hex");
      await mkdir(join(folder, hash.slice(0, 2)), { recursive: true });
      // Written aside and renamed, so that nobody ever reads a half file.
      const aside = `${pathOf(hash)}.${process.pid}`;
      await writeFile(aside, bytes, { flush: true });
      await rename(aside, pathOf(hash));
      return hash;
    },
    get: (hash) => readFile(pathOf(hash)),
  };
}
