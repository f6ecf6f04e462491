import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { writeWhole } from "./proof/write-whole.ts";

const PART = ".part";

/**
 * Writes an archive under a hidden name and renames it once it is whole and on the disk; whoever looks into the folder
 * sees all of it or nothing. What a killed process left of it is removed first.
 * @returns its path and size in bytes
 */
export async function writeArchive(
  folder: string,
  name: string,
  pieces: AsyncIterable<Uint8Array>,
): Promise<{ path: string; size: number }> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const left of await readdir(folder)) {
    if (left.startsWith(`.${name}.`) && left.endsWith(PART)) await rm(join(folder, left), { force: true });
  }
  const path = join(folder, name);
  const temporary = join(folder, `.${name}.${process.pid}${PART}`);
  try {
    await writeWhole(temporary, pieces);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return { path, size: (await stat(path)).size };
}
