import { createHash } from "node:crypto";
import type { LargeZipFile } from "../../../platform/documents/zip/write-large-zip.ts";
import { ARCHIVE_VERSION, MANIFEST, MANIFEST_HASH, type Manifest, type ManifestEntry } from "./manifest.ts";
import { hashLine } from "./verify.ts";

/** A file of an archive. */
export interface ArchiveFile extends LargeZipFile {
  /** It holds personal values, and may be taken out later. */
  erasable?: true;
}

export interface Sealed {
  /** SHA-256 of the manifest. */
  hash: string;
  entries: readonly ManifestEntry[];
}

/**
 * The files as they come, and behind them the manifest of all.
 * @param sealed hears what the manifest holds, once it is written
 */
export async function* withManifest(
  files: AsyncIterable<ArchiveFile>,
  about: Pick<Manifest, "edition" | "campaign" | "number" | "madeAt" | "journal">,
  sealed: (manifest: Sealed) => void,
): AsyncGenerator<LargeZipFile> {
  const entries: ManifestEntry[] = [];
  for await (const { name, bytes, erasable } of files) {
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    entries.push({ path: name, size: bytes.length, sha256, ...(erasable ? { erasable } : {}) });
    yield { name, bytes };
  }
  const manifest: Manifest = { format: "jiayuan-archive", version: ARCHIVE_VERSION, ...about, entries };
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`, "utf8");
  const hash = createHash("sha256").update(bytes).digest("hex");
  yield { name: MANIFEST, bytes };
  yield { name: MANIFEST_HASH, bytes: Buffer.from(hashLine(hash), "utf8") };
  sealed({ hash, entries });
}
