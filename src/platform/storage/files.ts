import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Content-addressed store of received and produced files. */
export interface FileStore {
  /** @returns the hexadecimal SHA-256 of the content */
  put(bytes: Uint8Array): Promise<string>;
  /** @throws when the file does not exist */
  get(hash: string): Promise<Buffer>;
}

export function makeFolderStore(folder: string): FileStore {
  const pathOf = (hash: string) => join(folder, hash.slice(0, 2), hash);
  return {
    async put(bytes) {
      const hash = createHash("sha256").update(bytes).digest("hex");
      await mkdir(join(folder, hash.slice(0, 2)), { recursive: true });
      // Renamed once complete, so that no reader sees a partial file.
      const temporary = `${pathOf(hash)}.${process.pid}`;
      await writeFile(temporary, bytes, { flush: true });
      await rename(temporary, pathOf(hash));
      return hash;
    },
    get: (hash) => readFile(pathOf(hash)),
  };
}
