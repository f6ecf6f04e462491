import { rename, rm } from "node:fs/promises";
import { contentOf, type LargeZip, openLargeZip } from "../../../platform/documents/zip/read-large-zip.ts";
import { type LargeZipFile, writeLargeZip } from "../../../platform/documents/zip/write-large-zip.ts";
import { MANIFEST, type Manifest, manifest as manifestSchema } from "./manifest.ts";
import { writeWhole } from "./write-whole.ts";

export type Erased =
  | { kind: "erased"; count: number }
  | { kind: "notErasable"; path: string }
  /** No readable zip. */
  | { kind: "notOpened" }
  /** A zip without a readable manifest. */
  | { kind: "noArchive" };

/**
 * Takes personal values out of an archive: it is written anew without them, under another name until it is whole. The
 * manifest stays, and says what is gone.
 * @throws if it cannot be written anew: it is as it was then
 */
export async function eraseFrom(path: string, paths: readonly string[]): Promise<Erased> {
  const opened = await openLargeZip(path).catch(() => undefined);
  if (!opened) return { kind: "notOpened" };
  const zip: LargeZip = opened;
  const temporary = `${path}.${process.pid}.part`;
  try {
    const manifest = await manifestIn(zip);
    if (!manifest) return { kind: "noArchive" };
    const erasable = new Set(manifest.entries.filter((one) => one.erasable).map((one) => one.path));
    const wrong = paths.find((one) => !erasable.has(one));
    if (wrong !== undefined) return { kind: "notErasable", path: wrong };
    const kept = zip.entries.filter(({ name }) => !paths.includes(name));
    async function* files(): AsyncGenerator<LargeZipFile> {
      for (const entry of kept) {
        yield { name: entry.name, bytes: await contentOf(zip, entry) };
      }
    }
    await writeWhole(temporary, writeLargeZip(files(), new Date(manifest.madeAt)));
    await rename(temporary, path);
    return { kind: "erased", count: zip.entries.length - kept.length };
  } finally {
    await zip.close();
    await rm(temporary, { force: true });
  }
}

/** Undefined where there is none, or none that can be read. */
export async function manifestIn(zip: LargeZip): Promise<Manifest | undefined> {
  const entry = zip.entries.find(({ name }) => name === MANIFEST);
  if (!entry) return undefined;
  try {
    return manifestSchema.parse(JSON.parse(String(await contentOf(zip, entry))));
  } catch {
    return undefined;
  }
}
