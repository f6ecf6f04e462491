import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import type { FileSum } from "./manifest.ts";

/**
 * Copies a file to disk (flushed) and sums up what was copied.
 * @returns undefined where the file is gone
 */
export async function copyFile(from: string, to: string): Promise<FileSum | undefined> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    await pipeline(
      createReadStream(from),
      async function* (pieces: AsyncIterable<Buffer>) {
        for await (const piece of pieces) {
          hash.update(piece);
          bytes += piece.length;
          yield piece;
        }
      },
      createWriteStream(to, { flush: true, mode: 0o600 }),
    );
    return { bytes, sha256: hash.digest("hex") };
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    await rm(to, { force: true });
    return undefined;
  }
}
