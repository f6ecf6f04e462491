import { contentOf, openLargeZip } from "../../platform/documents/zip/read-large-zip.ts";
import { type LargeZipFile, writeLargeZip } from "../../platform/documents/zip/write-large-zip.ts";
import type { FileStore } from "../../platform/storage/files.ts";
import { MOST_PACK_BYTES, packing } from "../evidence/output/rules.ts";
import { archivePhrases as phrases } from "./phrases.ts";
import { MANIFEST, MANIFEST_HASH } from "./proof/manifest.ts";
import { MOST_PARTS } from "./rules.ts";

export type Parts =
  | { kind: "tooMany"; count: number }
  /** In the file store. `left`: too large for any part. */
  | { kind: "parts"; parts: readonly { name: string; hash: string }[]; left: readonly string[] };

const PROOF: readonly string[] = [MANIFEST, MANIFEST_HASH];

/**
 * An archive as the chat carries it: zips of whole files, each with the manifest of all, which together prove themselves.
 * @param stored hears of each that is in the file store
 */
export async function partsOf(
  files: FileStore,
  path: string,
  { name, at, stored }: { name: string; at: Date; stored(hash: string): Promise<unknown> },
): Promise<Parts> {
  const zip = await openLargeZip(path);
  try {
    const proof = zip.entries.filter((entry) => PROOF.includes(entry.name));
    const room = MOST_PACK_BYTES - proof.reduce((sum, { size }) => sum + size, 0);
    const { packs, left } = packing(
      zip.entries.filter((entry) => !PROOF.includes(entry.name)),
      room,
    );
    if (packs.length > MOST_PARTS) return { kind: "tooMany", count: packs.length };
    const parts: { name: string; hash: string }[] = [];
    for (const [number, pack] of packs.entries()) {
      async function* entries(): AsyncGenerator<LargeZipFile> {
        for (const entry of [...pack, ...proof]) {
          yield { name: entry.name, bytes: await contentOf(zip, entry) };
        }
      }
      const { hash } = await files.putPieces(writeLargeZip(entries(), at));
      await stored(hash);
      parts.push({ name: packs.length === 1 ? name : phrases.partName(name, number + 1, packs.length), hash });
    }
    return { kind: "parts", parts, left: left.map((entry) => entry.name) };
  } finally {
    await zip.close();
  }
}
