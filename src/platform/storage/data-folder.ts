import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { StartTrouble } from "../../shared/start-trouble.ts";
import { embeddedPhrases } from "./embedded/phrases.ts";

/**
 * Makes the data folder and tries that it can be written to.
 * @throws {StartTrouble} when it cannot
 */
export async function prepareFolder(dataDir: string): Promise<void> {
  const probe = join(dataDir, `.writable.${process.pid}`);
  try {
    await mkdir(dataDir, { recursive: true });
    await writeFile(probe, "");
    await rm(probe);
  } catch (cause) {
    throw new StartTrouble(embeddedPhrases.folderNotWritable(resolve(dataDir)), { cause });
  }
}
