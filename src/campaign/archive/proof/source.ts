import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { type LargeZip, openLargeZip } from "../../../platform/documents/zip/read-large-zip.ts";

/** A file of an archive that lies on the disk. */
export interface SourceFile {
  path: string;
  pieces(): AsyncIterable<Uint8Array>;
}

export interface ArchiveSource {
  files: readonly SourceFile[];
  /** Names of the zips whose directory and headers are not as this program wrote them then. */
  repacked(at: Date): Promise<string[]>;
  close(): Promise<void>;
}

/**
 * An archive as it lies there: a zip, its parts, or the folder that it was unpacked into. Nothing is written anywhere.
 * @throws if one of them is neither a folder nor a readable zip
 */
export async function openSource(paths: readonly string[]): Promise<ArchiveSource> {
  const files: SourceFile[] = [];
  const zips: { path: string; zip: LargeZip }[] = [];
  const close = async () => void (await Promise.all(zips.map(({ zip }) => zip.close())));
  try {
    for (const path of paths) {
      if ((await stat(path)).isDirectory()) files.push(...(await filesIn(path)));
      else {
        const zip = await openLargeZip(path);
        zips.push({ path, zip });
        const inside = zip.entries.filter(({ name }) => !name.endsWith("/"));
        files.push(...inside.map((entry) => ({ path: entry.name, pieces: () => zip.pieces(entry) })));
      }
    }
  } catch (error) {
    await close();
    throw error;
  }
  return {
    files,
    close,
    async repacked(at) {
      const found: string[] = [];
      for (const { path, zip } of zips) if (!(await zip.isAsWritten(at))) found.push(basename(path));
      return found;
    },
  };
}

async function filesIn(folder: string): Promise<SourceFile[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((one) => !one.isDirectory())
    .map((one) => join(one.parentPath, one.name))
    .map((path) => ({
      path: relative(folder, path).split(sep).join("/"),
      pieces: () => createReadStream(path),
    }));
}

/** A name that would leave the folder in which an archive is unpacked. */
export const isUnsafe = (path: string): boolean =>
  /^[/\\]|^[A-Za-z]:|\\|\0/.test(path) || path.split("/").some((part) => part === ".." || part === ".");
