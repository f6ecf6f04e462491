import { createHash } from "node:crypto";
import type { FileStore } from "../../../../src/platform/storage/files.ts";

/** A store of files that ends with the test. */
export function storeInMemory(): FileStore {
  const files = new Map<string, Buffer>();
  const put = async (bytes: Uint8Array) => {
    const hash = createHash("sha256").update(bytes).digest("hex");
    files.set(hash, Buffer.from(bytes));
    return hash;
  };
  return {
    put,
    async putPieces(pieces) {
      const all: Uint8Array[] = [];
      for await (const piece of pieces) all.push(piece);
      const bytes = Buffer.concat(all);
      return { hash: await put(bytes), size: bytes.length };
    },
    async get(hash) {
      const found = files.get(hash);
      if (!found) throw new Error(`no file ${hash}`);
      return found;
    },
    has: async (hash) => files.has(hash),
    erase: async (hash) => void files.delete(hash),
  };
}
