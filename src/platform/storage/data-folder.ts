import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { StartError } from "../../shared/start-error.ts";
import { embeddedPhrases } from "./embedded/phrases.ts";

/**
 * Creates the data folder and checks that it is writable.
 * @throws {StartError} when it is not
 */
export async function prepareFolder(dataDir: string): Promise<void> {
  const probe = join(dataDir, `.writable.${process.pid}`);
  try {
    await mkdir(dataDir, { recursive: true });
    await writeFile(probe, "");
    await rm(probe);
  } catch (cause) {
    throw new StartError(embeddedPhrases.folderNotWritable(resolve(dataDir)), { cause });
  }
}
